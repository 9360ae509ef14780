import { NotFoundError } from '@backstage/errors';
import type { ObjectManifests } from '@plumbline/backstage-plugin-plumbline-common';
import {
  ClusterAccessError,
  type ClusterAccess,
  type ClusterRegistry,
  type ClusterResource,
} from '@plumbline/backstage-plugin-plumbline-node';
import { parseRef, presentPair, type KubeObject } from '@plumbline/kube-drift';
import {
  DesiredStateError,
  isClaimable,
  notClaimable,
  type DesiredStates,
} from '../../desired';
import type { DriftStore } from '../DriftStore';
import type { ObservedObjectRecord, TargetRecord } from '../records';
import { declaredObject } from '../run/declaredObject';

/** What answers with manifests need. */
export interface ManifestAnswersOptions {
  store: Pick<DriftStore, 'listTargets' | 'objects'>;
  clusters: ClusterRegistry;
  desiredStates: Pick<DesiredStates, 'read'>;
}

/** One side, or why it is not there. */
interface Side {
  object?: KubeObject;
  reason?: string;
}

/** Answers with both sides of one object, as they are now. */
export class ManifestAnswers {
  readonly #options: ManifestAnswersOptions;

  constructor(options: ManifestAnswersOptions) {
    this.#options = options;
  }

  /**
   * Only objects that the target was seen to declare are read.
   *
   * @param ref - `apiVersion/Kind/namespace/name`
   * @throws NotFoundError when the entity has no such target or object
   */
  async of(
    entityRef: string,
    targetId: string,
    ref: string,
  ): Promise<ObjectManifests> {
    const { store } = this.#options;
    const [target] = await store.listTargets({ ids: [targetId] });
    const objects = (await store.objects([targetId])).get(targetId) ?? [];
    const object = objects.find(candidate => candidate.ref === ref);
    if (target?.entityRef !== entityRef || !object) {
      throw new NotFoundError('There is no such object of this entity');
    }
    const desired = await this.#desired(target, object);
    const live = await this.#live(target, object);
    const shown = presentPair(desired.object, live.object);
    return {
      ref,
      desired: shown.desired,
      live: shown.live,
      desiredReason: desired.reason,
      liveReason: live.reason,
    };
  }

  async #desired(
    target: TargetRecord,
    { ref, namespace }: ObservedObjectRecord,
  ): Promise<Side> {
    try {
      const { objects, commit } = await this.#options.desiredStates.read(
        target,
      );
      // The place is known from the last look, so no cluster has to be asked for it.
      const found = objects.filter(
        manifest =>
          declaredObject(
            manifest,
            namespace === '' ? [clusterScoped(manifest.object)] : [],
            target.namespace,
          )?.ref === ref,
      );
      const object = found.at(-1)?.object;
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

  async #live(
    target: TargetRecord,
    object: ObservedObjectRecord,
  ): Promise<Side> {
    const cluster = await this.#options.clusters.get(target.cluster);
    const access = cluster?.access;
    if (!cluster || !access) {
      return { reason: `${target.cluster} is configured without access` };
    }
    const namespace = object.namespace || undefined;
    if (!isClaimable(cluster.claimableNamespaces, namespace)) {
      return { reason: notClaimable(cluster.name, namespace) };
    }
    if (object.resource === '') {
      return { reason: `${cluster.name} does not serve ${object.kind}` };
    }
    try {
      const version = await servedVersion(access, object);
      const live = await access.get({
        group: object.apiGroup,
        version,
        plural: object.resource,
        namespace,
        name: object.name,
      });
      return live ? { object: live } : { reason: 'It does not exist' };
    } catch (error) {
      if (error instanceof ClusterAccessError) {
        return { reason: error.message };
      }
      throw error;
    }
  }
}

/** The declared version where it is served. */
async function servedVersion(
  access: ClusterAccess,
  { ref, apiGroup, resource }: ObservedObjectRecord,
): Promise<string> {
  const declared = parseRef(ref).apiVersion.split('/').at(-1) ?? '';
  const resources = await access.discover();
  const versions = resources
    .filter(({ group, plural }) => group === apiGroup && plural === resource)
    .map(({ version }) => version);
  return versions.includes(declared) ? declared : versions[0] ?? declared;
}

/** Lets a manifest's place be found as the last look found it. */
function clusterScoped({ apiVersion, kind }: KubeObject): ClusterResource {
  const [group, version] = apiVersion.includes('/')
    ? apiVersion.split('/')
    : ['', apiVersion];
  return { group, version, kind, plural: '', namespaced: false, verbs: [] };
}
