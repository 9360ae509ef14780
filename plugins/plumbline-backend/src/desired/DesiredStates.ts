import { parseEntityRef } from '@backstage/catalog-model';
import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type {
  ClusterRegistry,
  RenderedManifests,
  Renderer,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { IgnoreRule } from '@plumbline/kube-drift';
import type { GitOpsControllers } from './controllers/GitOpsControllers';
import {
  placeOfController,
  type PlaceOfTarget,
} from './controllers/placeOfController';
import { joinPath } from './joinPath';
import type {
  DesiredSource,
  RefusedFile,
  SourceChanges,
  SourceChangesQuery,
  SourceCommit,
  SourceEvidence,
  SourceTree,
} from './DesiredSource';
import { DesiredStateError } from './DesiredStateError';
import type { DriftTarget } from './DriftTarget';
import { RecentMap } from './RecentMap';
import { widestFolder } from './widestFolder';
import { Renderers } from './rendering';
import { clusterVersions } from './rendering/clusterVersions';
import {
  readForRenderer,
  type ReadPlace,
  type RenderPlan,
} from './rendering/readForRenderer';

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

/** A file as it is at a commit. */
export interface SourceFileAt {
  text: string;
  /** Relative to the repository's root. */
  repositoryPath: string;
}

const REMEMBERED_STATES = 200;

type TargetSource = Pick<
  DriftTarget,
  | 'entityRef'
  | 'cluster'
  | 'namespace'
  | 'location'
  | 'path'
  | 'renderer'
  | 'renderOptions'
  | 'controller'
>;

/** Reads and renders what targets should run. */
export class DesiredStates {
  readonly #sources: Readonly<Record<'url' | 'file', DesiredSource>>;
  readonly #renderers: Renderers;
  readonly #controllers: Pick<GitOpsControllers, 'source' | 'configMap'>;
  readonly #clusters: Pick<ClusterRegistry, 'get'>;
  /** By source and commit; parsing, not comparing, takes the time of a run. */
  readonly #states = new RecentMap<DesiredState>(REMEMBERED_STATES);

  constructor(options: {
    sources: { url: DesiredSource; file: DesiredSource };
    /** The first one takes what no other claims. */
    renderers: readonly [Renderer, ...Renderer[]];
    controllers: Pick<GitOpsControllers, 'source' | 'configMap'>;
    clusters: Pick<ClusterRegistry, 'get'>;
  }) {
    this.#sources = options.sources;
    this.#controllers = options.controllers;
    this.#clusters = options.clusters;
    this.#renderers = new Renderers(options.renderers);
  }

  /**
   * @param at - `revision`: a commit to read instead of what the target names, such as the one that was applied
   * @throws DesiredStateError, and ClusterAccessError when the cluster has to be asked and cannot
   */
  async read(
    target: TargetSource,
    { revision }: { revision?: string } = {},
  ): Promise<DesiredState> {
    const place = await this.#placeOf(target);
    const { location, path } = place;
    const source = this.#source(location);
    const tree = await source.read(location, path, {
      revision: revision ?? place.revision,
    });
    const renderer = this.#renderers.choose(place.renderer, tree.files, path);
    const plan: RenderPlan = {
      path,
      namespace: target.namespace,
      name: parseEntityRef(target.entityRef).name,
      options: place.options,
      cluster: renderer.needsCluster
        ? await clusterVersions(this.#clusters, target.cluster)
        : undefined,
    };
    const key = JSON.stringify([
      location,
      renderer.kind,
      tree.commit.sha,
      plan,
    ]);
    let state = this.#states.get(key);
    if (!state) {
      state = await renderTree(renderer, plan, tree, (wider, files) =>
        source.read(location, wider, { files, revision: tree.commit.sha }),
      );
      this.#states.set(key, state);
    }
    const { ignoreRules, notes } = place;
    return ignoreRules.length + notes.length === 0
      ? state
      : { ...state, ignoreRules, notes: [...(state.notes ?? []), ...notes] };
  }

  /** Where a line of a manifest comes from. */
  evidenceOf(
    { location }: Pick<DriftTarget, 'location'>,
    at: { sha: string; file: string; line?: number },
  ): Promise<SourceEvidence> {
    return this.#source(location).evidenceOf(location, at);
  }

  #placeOf(target: TargetSource): PlaceOfTarget | Promise<PlaceOfTarget> {
    return target.controller
      ? placeOfController(
          target.controller,
          this.#controllers,
          this.#sources.url,
        )
      : {
          location: target.location,
          path: target.path,
          revision: undefined,
          renderer: target.renderer,
          options: target.renderOptions ?? {},
          ignoreRules: [],
          notes: [],
        };
  }

  /**
   * One file of a target's location at one commit.
   *
   * @param file - relative to the location
   * @throws DesiredStateError
   */
  async fileAt(
    { location }: Pick<DriftTarget, 'location'>,
    at: { sha: string; file: string },
  ): Promise<SourceFileAt> {
    const source = this.#source(location);
    const { files } = await source.read(location, at.file, {
      revision: at.sha,
    });
    const found = files.find(({ path }) => path === at.file);
    if (!found) {
      throw new DesiredStateError(
        'not-found',
        `${at.file} is not at commit ${at.sha.slice(0, 7)}`,
      );
    }
    return {
      text: found.text,
      repositoryPath: joinPath(await source.folderOf(location), at.file),
    };
  }

  /**
   * Commits that touch a target's path.
   *
   * @throws DesiredStateError
   */
  changes(
    { location, path }: Pick<DriftTarget, 'location' | 'path'>,
    span: Omit<SourceChangesQuery, 'path'>,
  ): Promise<SourceChanges> {
    return this.#source(location).changes(location, { ...span, path });
  }

  #source(location: string): DesiredSource {
    return location.startsWith('file:')
      ? this.#sources.file
      : this.#sources.url;
  }
}

async function renderTree(
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
      throw new DesiredStateError(
        'no-manifests',
        `There is no manifest at or below ${
          plan.path
        } at commit ${commit.sha.slice(0, 7)}`,
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
