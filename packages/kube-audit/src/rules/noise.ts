import type { NormalizedEvent } from '../event/NormalizedEvent';

/** Requests that change nothing anybody meant to change. */
const NOISE = new Set([
  'authorization.k8s.io/selfsubjectaccessreviews',
  'authorization.k8s.io/selfsubjectrulesreviews',
  'authorization.k8s.io/localsubjectaccessreviews',
  'authorization.k8s.io/subjectaccessreviews',
  'authentication.k8s.io/selfsubjectreviews',
  'authentication.k8s.io/tokenreviews',
  'coordination.k8s.io/leases',
  'events.k8s.io/events',
  '/events',
]);

export function isNoise(e: NormalizedEvent): boolean {
  return (
    e.object !== undefined &&
    NOISE.has(`${e.object.apiGroup}/${e.object.resource}`)
  );
}
