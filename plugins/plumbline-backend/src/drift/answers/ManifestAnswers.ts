import { NotFoundError } from '@backstage/errors';
import type { ObjectManifests } from '@plumbline/backstage-plugin-plumbline-common';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import {
  liveAsDeclared,
  presentPair,
  type KubeObject,
} from '@plumbline/kube-drift';
import { DesiredStateError, type DesiredStates } from '../../desired';
import type { DriftStore } from '../DriftStore';
import type { ObservedObjectRecord, TargetRecord } from '../records';
import { speakingForGit } from '../run/speakingForGit';
import { declaredManifest } from './declaredManifest';
import { LiveObjectReader, type ObjectSide } from './LiveObjectReader';

/** What answers with manifests need. */
export interface ManifestAnswersOptions {
  store: Pick<DriftStore, 'listTargets' | 'objects'>;
  clusters: ClusterRegistry;
  desiredStates: Pick<DesiredStates, 'read'>;
  /** Field managers that speak for Git beside those that do anyway. */
  gitopsManagers: readonly string[];
}

/** Which object is asked for. */
export interface ManifestQuery {
  entityRef: string;
  targetId: string;
  /** `apiVersion/Kind/namespace/name` */
  ref: string;
  /** Leaves out of the live side what the API server and controllers filled in. */
  hideServerFilled: boolean;
}

/** Answers with both sides of one object, as they are now. */
export class ManifestAnswers {
  readonly #options: ManifestAnswersOptions;
  readonly #live: LiveObjectReader;

  constructor(options: ManifestAnswersOptions) {
    this.#options = options;
    this.#live = new LiveObjectReader(options.clusters);
  }

  /**
   * Only objects that the target was seen to declare are read.
   *
   * @throws NotFoundError when the entity has no such target or object
   */
  async of({
    entityRef,
    targetId,
    ref,
    hideServerFilled,
  }: ManifestQuery): Promise<ObjectManifests> {
    const { store } = this.#options;
    const [target] = await store.listTargets({ ids: [targetId] });
    const objects = (await store.objects([targetId])).get(targetId) ?? [];
    const object = objects.find(candidate => candidate.ref === ref);
    if (target?.entityRef !== entityRef || !object) {
      throw new NotFoundError('There is no such object of this entity');
    }
    const desired = await this.#desired(target, object);
    const live = await this.#live.read(target, object);
    const shown = presentPair(
      desired.object,
      hideServerFilled
        ? this.#asDeclared(target, desired.object, live.object)
        : live.object,
    );
    return {
      ref,
      desired: shown.desired,
      live: shown.live,
      desiredReason: desired.reason,
      liveReason: live.reason,
    };
  }

  #asDeclared(
    { namespace }: TargetRecord,
    desired: KubeObject | undefined,
    live: KubeObject | undefined,
  ): KubeObject | undefined {
    const gitopsManagers = speakingForGit(this.#options.gitopsManagers);
    return desired && live
      ? liveAsDeclared(desired, live, { namespace, gitopsManagers })
      : live;
  }

  async #desired(
    target: TargetRecord,
    observed: ObservedObjectRecord,
  ): Promise<ObjectSide> {
    try {
      const { objects, commit } = await this.#options.desiredStates.read(
        target,
      );
      const object = declaredManifest(objects, observed, target)?.object;
      return object
        ? { object }
        : { reason: `Git no longer declares it at ${commit.sha.slice(0, 7)}` };
    } catch (error) {
      if (error instanceof DesiredStateError) {
        return { reason: error.message };
      }
      throw error;
    }
  }
}
