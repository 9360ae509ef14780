import {
  ClusterAccessError,
  type ClusterAccess,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';
import { isClaimable, notClaimable } from '../../catalog';
import type { DeclaredObject } from './declaredObject';
import { inParallel } from './inParallel';

const CONCURRENCY = 5;

/** What a cluster answered for one declared object. */
export interface LiveObject {
  declared: DeclaredObject;
  /** Undefined when the API server says that it does not exist, or when it could not be read. */
  live: KubeObject | undefined;
  /** Why it could not be read. It is not the same as not existing. */
  unavailable: string | undefined;
}

/**
 * Reads the live side of declared objects. What one object or kind forbids touches that one only.
 *
 * @param claimable - namespaces that entities may claim
 * @throws ClusterAccessError when the cluster as a whole does not answer
 */
export async function readLiveObjects(
  access: ClusterAccess,
  declared: readonly DeclaredObject[],
  claimable: readonly string[],
): Promise<LiveObject[]> {
  return inParallel(declared, CONCURRENCY, async object => ({
    declared: object,
    live: undefined,
    unavailable: undefined,
    ...(await readOne(access, object, claimable)),
  }));
}

async function readOne(
  access: ClusterAccess,
  object: DeclaredObject,
  claimable: readonly string[],
): Promise<Partial<LiveObject>> {
  const { resource, namespace, name } = object;
  if (!resource) {
    return {
      unavailable: `${access.cluster} does not serve ${object.kind} of ${
        object.apiGroup || 'the core group'
      }`,
    };
  }
  if (!isClaimable(claimable, namespace)) {
    return { unavailable: notClaimable(access.cluster, namespace) };
  }
  const { group, version, plural } = resource;
  try {
    const live = await access.get({ group, version, plural, namespace, name });
    return { live };
  } catch (error) {
    if (error instanceof ClusterAccessError && !concernsCluster(error)) {
      return { unavailable: error.message };
    }
    throw error;
  }
}

/** Whether the problem is that of the cluster, so that asking for further objects is of no use. */
function concernsCluster({ problem }: ClusterAccessError): boolean {
  return problem === 'unreachable' || problem === 'unauthenticated';
}

/** Where autoscalers are served. */
export const AUTOSCALERS = {
  group: 'autoscaling',
  plural: 'horizontalpodautoscalers',
} as const;

/** Kinds whose replicas an autoscaler sets. */
const SCALABLE: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
]);

/** What explains differences without being declared. */
export interface ExplainingObjects {
  objects: KubeObject[];
  /** Namespaces whose autoscalers could not be read, with the reason. */
  unread: ReadonlyMap<string, string>;
  notes: string[];
}

/**
 * Reads what explains differences without being declared: the autoscalers of the workloads' namespaces.
 *
 * @returns the objects, the namespaces where they could not be read with the reason, and a note for each of those
 */
export async function readContext(
  access: ClusterAccess,
  declared: readonly DeclaredObject[],
  autoscalers: { version: string } | undefined,
): Promise<ExplainingObjects> {
  const namespaces = new Set(
    declared
      .filter(({ kind }) => SCALABLE.has(kind))
      .flatMap(({ namespace }) => namespace ?? []),
  );
  const objects: KubeObject[] = [];
  const unread = new Map<string, string>();
  for (const namespace of autoscalers ? [...namespaces].sort() : []) {
    try {
      const { items } = await access.list({
        group: AUTOSCALERS.group,
        version: autoscalers?.version ?? '',
        plural: AUTOSCALERS.plural,
        namespace,
      });
      objects.push(...items);
    } catch (error) {
      if (!(error instanceof ClusterAccessError) || concernsCluster(error)) {
        throw error;
      }
      unread.set(namespace, error.message);
    }
  }
  const notes = [...unread].map(
    ([namespace, reason]) =>
      `Autoscalers of ${namespace} could not be read, so replicas that one set cannot be judged: ${reason}`,
  );
  return { objects, unread, notes };
}
