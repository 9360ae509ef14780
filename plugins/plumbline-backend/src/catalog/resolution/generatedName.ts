/** Kubernetes leaves out vowels and what looks like them, so that no word comes about by chance. */
const RANDOM = '[bcdfghjklmnpqrstvwxz2456789]';

/** A pod template's hash is a decimal number whose ten digits are written with these ten characters. */
const TEMPLATE_HASH = '[456789bcdf]{1,10}';

const POD_SUFFIX = new RegExp(`^(.+)-${RANDOM}{5}$`);
const TEMPLATE_SUFFIX = new RegExp(`^(.+)-${TEMPLATE_HASH}$`);
/** A StatefulSet's ordinal; a CronJob's schedule in minutes since the epoch. */
const ORDINAL_SUFFIX = /^(.+)-(?:0|[1-9]\d{0,4})$/;
const SCHEDULE_SUFFIX = /^(.+)-\d{8}$/;

/** A workload that may have made an object of a generated name. */
export interface PossibleWorkload {
  apiGroup: string;
  resource: string;
  kind: string;
  name: string;
}

const workload =
  (apiGroup: string, resource: string, kind: string) =>
  (name: string): PossibleWorkload => ({ apiGroup, resource, kind, name });

const deployment = workload('apps', 'deployments', 'Deployment');
const replicaSet = workload('apps', 'replicasets', 'ReplicaSet');
const statefulSet = workload('apps', 'statefulsets', 'StatefulSet');
const daemonSet = workload('apps', 'daemonsets', 'DaemonSet');
const job = workload('batch', 'jobs', 'Job');
const cronJob = workload('batch', 'cronjobs', 'CronJob');

/**
 * Workloads whose controllers would give this name to a Pod, ReplicaSet or Job. A guess to be checked: the workload must
 * be known to exist, a name alone proves nothing.
 *
 * @returns the nearest owner first; empty when the name is not a generated one
 */
export function possibleWorkloads(
  resource: { apiGroup: string; resource: string },
  name: string,
): PossibleWorkload[] {
  switch (`${resource.resource}.${resource.apiGroup}`) {
    case 'pods.':
      return workloadsOfPod(name);
    case 'replicasets.apps':
      return matchOf(TEMPLATE_SUFFIX, name).map(deployment);
    case 'jobs.batch':
      return matchOf(SCHEDULE_SUFFIX, name).map(cronJob);
    default:
      return [];
  }
}

function workloadsOfPod(name: string): PossibleWorkload[] {
  const generated = matchOf(POD_SUFFIX, name);
  return [
    ...generated.map(replicaSet),
    ...generated.map(daemonSet),
    ...generated.map(job),
    ...generated
      .flatMap(base => matchOf(TEMPLATE_SUFFIX, base))
      .map(deployment),
    ...generated.flatMap(base => matchOf(SCHEDULE_SUFFIX, base)).map(cronJob),
    ...matchOf(ORDINAL_SUFFIX, name).map(statefulSet),
  ];
}

function matchOf(pattern: RegExp, name: string): string[] {
  const match = pattern.exec(name);
  return match ? [match[1]] : [];
}
