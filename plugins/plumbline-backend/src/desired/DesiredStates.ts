import { parseEntityRef } from '@backstage/catalog-model';
import type {
  ClusterRegistry,
  Renderer,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { GitOpsControllers } from './controllers/GitOpsControllers';
import {
  placeOfController,
  type PlaceOfTarget,
} from './controllers/placeOfController';
import type {
  DesiredSource,
  SourceChanges,
  SourceChangesQuery,
  SourceEvidence,
} from './DesiredSource';
import { DesiredStateError } from './DesiredStateError';
import type { DriftTarget } from './DriftTarget';
import { joinPath } from './joinPath';
import { RecentMap } from './RecentMap';
import { Renderers } from './rendering';
import { clusterVersions } from './rendering/clusterVersions';
import type { RenderPlan } from './rendering/readForRenderer';
import { renderTree, type DesiredState } from './renderTree';

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
    const place = await this.#placeOf(target, revision);
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

  #placeOf(
    target: TargetSource,
    revision: string | undefined,
  ): PlaceOfTarget | Promise<PlaceOfTarget> {
    return target.controller
      ? placeOfController(
          target.controller,
          this.#controllers,
          this.#sources.url,
          { revision },
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

  #source(location: string): DesiredSource {
    return location.startsWith('file:')
      ? this.#sources.file
      : this.#sources.url;
  }
}
