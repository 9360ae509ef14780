import { isGet, isUnlimitedList } from '../absorb';
import type { Flag, Target } from '../Draft';
import type { Request } from '../Request';
import type { Session } from '../Session';

/** Which pod a command was typed for: itself, or by way of a workload or Service. */
export interface PodTarget {
  target: Target;
  /** Reads by which kubectl found the pod. */
  reads: Request[];
  /** The pod itself was named. */
  direct: boolean;
  selector?: string;
}

/** Types kubectl resolves to one of their pods. */
const WORKLOADS = new Set([
  'deployments',
  'statefulsets',
  'daemonsets',
  'replicasets',
  'replicationcontrollers',
  'jobs',
  'services',
]);

export function podTargetOf(session: Session, r: Request): PodTarget {
  const pod = { resource: 'pods', name: r.name };
  const reads: Request[] = [];
  for (const read of session.before(r)) {
    if (
      isGet(read) &&
      read.resource === 'pods' &&
      read.name === r.name &&
      reads.length < 2
    ) {
      reads.push(read);
    } else if (
      isUnlimitedList(read) &&
      read.resource === 'pods' &&
      read.namespace === r.namespace
    ) {
      const [owner] = session.before(read);
      if (owner && isGet(owner) && WORKLOADS.has(owner.resource)) {
        return {
          target: { resource: owner.resource, name: owner.name },
          reads: [owner, read, ...reads],
          direct: false,
        };
      }
      const selector = read.query.get('labelSelector') ?? undefined;
      return { target: pod, reads: [read, ...reads], direct: false, selector };
    } else {
      break;
    }
  }
  return { target: pod, reads, direct: true };
}

export const on = (query: URLSearchParams, key: string) =>
  query.get(key) === 'true';

export function terminalFlags(query: URLSearchParams): Flag[] {
  const letters = `${on(query, 'stdin') ? 'i' : ''}${
    on(query, 'tty') ? 't' : ''
  }`;
  return letters ? [[`-${letters}`, true]] : [];
}

export function containerFlag(query: URLSearchParams): Flag[] {
  const container = query.get('container');
  return container ? [['-c', container]] : [];
}

export const isStreamOf = (r: Request, subresource: string): boolean =>
  r.resource === 'pods' &&
  r.subresource === subresource &&
  (r.verb === 'get' || r.verb === 'create');
