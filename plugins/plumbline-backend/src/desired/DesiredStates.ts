import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import { detectRenderer } from './detectRenderer';
import type {
  DesiredSource,
  RefusedFile,
  SourceCommit,
  SourceEvidence,
} from './DesiredSource';
import { DesiredStateError } from './DesiredStateError';
import type { DriftTarget } from './DriftTarget';
import { RecentMap } from './RecentMap';
import type { RenderedManifests, Renderer } from './Renderer';

/** What a target should run, at one commit. */
export interface DesiredState extends RenderedManifests {
  commit: SourceCommit;
  renderer: ManifestsRenderer;
  /** What lies below the path but was not read, so that nothing is known of it. */
  refused: RefusedFile[];
  /** Paths that differ between two renderings of this commit, in kube-drift's syntax. */
  unstablePaths?: string[];
}

const REMEMBERED_STATES = 200;

type TargetSource = Pick<DriftTarget, 'location' | 'path' | 'renderer'>;

/** Reads and renders what targets should run. */
export class DesiredStates {
  readonly #sources: Readonly<Record<'url' | 'file', DesiredSource>>;
  readonly #renderers: readonly Renderer[];
  /** By source and commit; parsing, not comparing, takes the time of a run. */
  readonly #states = new RecentMap<DesiredState>(REMEMBERED_STATES);

  constructor(options: {
    sources: { url: DesiredSource; file: DesiredSource };
    renderers: Renderer[];
  }) {
    this.#sources = options.sources;
    this.#renderers = options.renderers;
  }

  /** @throws DesiredStateError */
  async read(target: TargetSource): Promise<DesiredState> {
    const { location, path } = target;
    const tree = await this.#source(location).read(location, path);
    const key = JSON.stringify([
      location,
      path,
      target.renderer,
      tree.commit.sha,
    ]);
    const known = this.#states.get(key);
    if (known) {
      return known;
    }
    const kind = target.renderer ?? detectRenderer(tree.files, path);
    const renderer = this.#renderers.find(item => item.kind === kind);
    if (!renderer) {
      throw new DesiredStateError(
        'unsupported',
        `There is no renderer for ${kind}`,
      );
    }
    const { commit, refused } = tree;
    const rendered = await renderer.render(tree);
    if (rendered.objects.length === 0 && rendered.errors.length === 0) {
      throw new DesiredStateError(
        'no-manifests',
        `There is no manifest at or below ${path} at commit ${commit.sha.slice(
          0,
          7,
        )}`,
      );
    }
    const state = { ...rendered, commit, refused, renderer: kind };
    this.#states.set(key, state);
    return state;
  }

  /** Where a line of a manifest comes from. */
  evidenceOf(
    { location }: Pick<DriftTarget, 'location'>,
    at: { sha: string; file: string; line?: number },
  ): Promise<SourceEvidence> {
    return this.#source(location).evidenceOf(location, at);
  }

  #source(location: string): DesiredSource {
    return location.startsWith('file:')
      ? this.#sources.file
      : this.#sources.url;
  }
}
