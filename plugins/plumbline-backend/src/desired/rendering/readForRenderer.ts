import type {
  Renderer,
  RenderRequest,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { SourceTree } from '../DesiredSource';
import { DesiredStateError } from '../DesiredStateError';

/** A request before its files are read. */
export type RenderPlan = Omit<RenderRequest, 'files' | 'refused'>;

/** Reads one place of a source at the commit that is being rendered. */
export type ReadPlace = (
  path: string,
  files: 'manifests' | 'all',
) => Promise<SourceTree>;

/**
 * Reads what a renderer needs: more files than those that look like manifests, and wider folders as long as files refer
 * to others outside of what was read.
 *
 * @param tree - the manifest files at the plan's path
 * @throws DesiredStateError
 */
export async function readForRenderer(
  renderer: Renderer,
  plan: RenderPlan,
  tree: SourceTree,
  read: ReadPlace,
): Promise<SourceTree> {
  const wanted = renderer.reads ?? 'manifests';
  let { path } = plan;
  let found = wanted === 'all' ? await read(path, wanted) : tree;
  for (;;) {
    const wider = renderer.widen?.(
      { ...plan, files: found.files, refused: found.refused },
      { path },
    );
    if (wider === undefined) {
      return found;
    }
    if (wider !== '.' && !path.startsWith(`${wider}/`)) {
      throw new DesiredStateError(
        'unsupported',
        `The renderer ${renderer.kind} asks for ${wider}, which is not above ${path}`,
      );
    }
    path = wider;
    found = await read(path, wanted);
  }
}
