import {
  ClusterAccessError,
  type ClusterAccess,
  type ClusterRegistry,
} from '@plumbline/backstage-plugin-plumbline-node';
import { parseRef, type KubeObject } from '@plumbline/kube-drift';
import { isClaimable, notClaimable } from '../../catalog';
import type { ObservedObjectRecord, TargetRecord } from '../records';

/** One side of an object, or why it is not there. */
export interface ObjectSide {
  object?: KubeObject;
  reason?: string;
  /** Whether the reason is that it does not exist, which is an answer; else it could not be looked at. */
  isAbsent?: boolean;
}

/** Reads objects of targets as they are now. */
export class LiveObjectReader {
  readonly #clusters: ClusterRegistry;

  constructor(clusters: ClusterRegistry) {
    this.#clusters = clusters;
  }

  /** Only what the target was seen to declare, and only in namespaces that entities may claim. */
  async read(
    target: Pick<TargetRecord, 'cluster'>,
    object: ObservedObjectRecord,
  ): Promise<ObjectSide> {
    const cluster = await this.#clusters.get(target.cluster);
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
      return live
        ? { object: live }
        : { reason: 'It does not exist', isAbsent: true };
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
