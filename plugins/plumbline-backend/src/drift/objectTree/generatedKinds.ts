import type { ClusterResource } from '@plumbline/backstage-plugin-plumbline-node';

/** A kind by group and name, of whatever version. */
type KindName = `${string}/${string}`;

/** What controllers make of objects of a kind. */
const MADE_OF: Record<KindName, readonly KindName[]> = {
  '/ReplicationController': ['/Pod'],
  '/Service': ['discovery.k8s.io/EndpointSlice'],
  'apps/DaemonSet': ['/Pod'],
  'apps/Deployment': ['apps/ReplicaSet', '/Pod'],
  'apps/ReplicaSet': ['/Pod'],
  'apps/StatefulSet': ['/Pod'],
  'batch/CronJob': ['batch/Job', '/Pod'],
  'batch/Job': ['/Pod'],
};

/** What operators may make of objects of their own kinds. */
const MADE_OF_CUSTOM: readonly KindName[] = [
  'apps/Deployment',
  'apps/StatefulSet',
  'apps/DaemonSet',
  'apps/ReplicaSet',
  'batch/Job',
  '/Service',
  'discovery.k8s.io/EndpointSlice',
  '/Pod',
];

/** The kinds, as the cluster serves them, whose objects may come from one of the declared kinds. */
export function generatedKinds(
  declared: readonly { apiGroup: string; kind: string }[],
  resources: readonly ClusterResource[],
): ClusterResource[] {
  const wanted = new Set(
    declared.flatMap(
      ({ apiGroup, kind }) =>
        MADE_OF[`${apiGroup}/${kind}`] ??
        (isCustom(apiGroup) ? MADE_OF_CUSTOM : []),
    ),
  );
  return [...wanted].flatMap(
    name =>
      resources.find(
        ({ group, kind, verbs }) =>
          `${group}/${kind}` === name && verbs.includes('list'),
      ) ?? [],
  );
}

function isCustom(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}
