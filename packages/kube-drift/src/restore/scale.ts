import type { FieldCommandMaker } from './FieldCommand';
import { shortName } from './kubectl';

const SCALABLE = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
]);

/** `kubectl scale`. */
export const scale: FieldCommandMaker = (object, fields, resource) =>
  fields
    .filter(
      ({ finding, desired }) =>
        SCALABLE.has(object.kind) &&
        finding.path === 'spec.replicas' &&
        typeof desired === 'number',
    )
    .map(field => ({
      fields: [field],
      words: ['scale', resource, `--replicas=${field.desired}`],
      does: `Scales ${shortName(object)} from ${field.live ?? 1} back to ${
        field.desired
      }`,
    }));
