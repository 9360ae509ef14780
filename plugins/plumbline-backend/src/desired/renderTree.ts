import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type {
  RenderedManifests,
  Renderer,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { IgnoreRule } from '@plumbline/kube-drift';
import type { RefusedFile, SourceCommit, SourceTree } from './DesiredSource';
import { DesiredStateError } from './DesiredStateError';
import {
  readForRenderer,
  type ReadPlace,
  type RenderPlan,
} from './rendering/readForRenderer';
import { widestFolder } from './widestFolder';

/** What a target should run, at one commit. */
export interface DesiredState extends RenderedManifests {
  commit: SourceCommit;
  renderer: ManifestsRenderer;
  /** The widest folder that was read, relative to the location; `.` for all of it. */
  folder: string;
  /** What lies below the path but was not read, so that nothing is known of it. */
  refused: RefusedFile[];
  /** What the controller's object says is to be ignored. */
  ignoreRules?: readonly IgnoreRule[];
}

/**
 * Renders the files at a path, reading more of the same commit where the renderer needs it.
 *
 * @param tree - the manifest files at the plan's path
 * @throws DesiredStateError
 */
export async function renderTree(
  renderer: Renderer,
  plan: RenderPlan,
  tree: SourceTree,
  read: ReadPlace,
): Promise<DesiredState> {
  try {
    const needed = await readForRenderer(renderer, plan, tree, read);
    const { commit } = tree;
    const { files, refused } = needed;
    const rendered = await renderer.render({ ...plan, files, refused });
    if (rendered.objects.length === 0 && rendered.errors.length === 0) {
      const [left] = rendered.skipped;
      throw new DesiredStateError(
        'no-manifests',
        `There is no manifest at or below ${
          plan.path
        } at commit ${commit.sha.slice(0, 7)}${
          left ? `; ${left.path} ${left.reason}` : ''
        }`,
      );
    }
    return {
      ...rendered,
      commit,
      // A renderer that reads all files answers for what it needs of them itself.
      refused: renderer.reads === 'all' ? [] : refused,
      renderer: renderer.kind,
      folder: widestFolder(plan.path, files),
    };
  } catch (error) {
    // By name: a module may bring its own copy of the class.
    if (error instanceof Error && error.name === 'RenderError') {
      throw new DesiredStateError('unsupported', error.message, {
        cause: error,
      });
    }
    throw error;
  }
}
