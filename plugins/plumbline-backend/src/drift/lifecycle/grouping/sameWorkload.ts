import { parseRef } from '@plumbline/kube-drift';
import { knownCause } from '../causes';
import { countDifferences, type GroupingKey } from './GroupingKey';

/**
 * Both belong to one workload (a Deployment with its ConfigMap, Service, autoscaler) and were first seen by the same
 * look. It counts only where nobody is known to have done it.
 */
export const sameWorkload: GroupingKey = {
  key: 'same-workload',
  joinsOpen: true,
  joins: (a, b, { objects }) => {
    const workloads = objects.get(a.objectKey)?.workloads ?? [];
    return (
      knownCause(a) === undefined &&
      knownCause(b) === undefined &&
      a.objectKey !== b.objectKey &&
      a.valueSeenAt === b.valueSeenAt &&
      (objects.get(b.objectKey)?.workloads ?? []).some(key =>
        workloads.includes(key),
      )
    );
  },
  describe: (members, { objects }) => {
    const keys = members.map(
      ({ objectKey }) => objects.get(objectKey)?.workloads ?? [],
    );
    const shared = keys[0].find(key => keys.every(own => own.includes(key)));
    const ref = shared && objects.get(shared)?.ref;
    const { kind, name } = ref
      ? parseRef(ref)
      : { kind: 'one', name: 'workload' };
    return `${countDifferences(
      members,
    )} that belong to ${kind} ${name} came about between the same two looks`;
  },
};
