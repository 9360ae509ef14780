import { knownCause } from '../causes';
import { countDifferences, type GroupingKey } from './GroupingKey';

/** One audit event wrote both. */
export const sameRequest: GroupingKey = {
  key: 'same-request',
  joinsOpen: true,
  joins: (a, b) =>
    a.attribution?.auditID !== undefined &&
    a.attribution.auditID === b.attribution?.auditID &&
    knownCause(a) !== undefined &&
    knownCause(a) === knownCause(b),
  describe: members => `One request made ${countDifferences(members)}`,
};
