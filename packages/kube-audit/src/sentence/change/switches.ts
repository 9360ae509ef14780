import { deed } from '../Deed';
import type { Facet } from './Facet';
import { belowPod } from './podTemplate';

/** `kubectl rollout restart`: a new time in the pod template. */
export const restart: Facet = {
  noun: 'restart time',
  holds: (path, object) =>
    object.resource !== 'pods' &&
    belowPod(path, object)?.join(' ') ===
      'metadata annotations kubectl.kubernetes.io/restartedAt',
  deed: ([{ value }], { name }) =>
    typeof value === 'string'
      ? deed('restarted', 'restart', name)
      : deed('removed', 'remove', `the restart time of ${name}`),
};

export const pause: Facet = {
  noun: 'pause',
  holds: (path, { resource }) =>
    resource === 'deployments' && path.join('.') === 'spec.paused',
  deed: ([{ value }], { name }) =>
    value === true
      ? deed('paused', 'pause', `the rollout of ${name}`)
      : deed('resumed', 'resume', `the rollout of ${name}`),
};

export const suspend: Facet = {
  noun: 'suspension',
  holds: (path, { apiGroup }) =>
    apiGroup === 'batch' && path.join('.') === 'spec.suspend',
  deed: ([{ value }], { name }) =>
    value === true
      ? deed('suspended', 'suspend', name)
      : deed('resumed', 'resume', name),
};

export const cordon: Facet = {
  noun: 'schedulability',
  holds: (path, { resource }) =>
    resource === 'nodes' && path.join('.') === 'spec.unschedulable',
  deed: ([{ value }], { name }) =>
    value === true
      ? deed('cordoned', 'cordon', name)
      : deed('uncordoned', 'uncordon', name),
};
