import type { FindingRecord } from '../../records';
import { timeOfWrite } from '../attributionLevels';
import { isGitAhead, knownCause } from '../causes';

/** What the grouping keys ask of a difference, by difference: thousands may lie in one object. */
const likenesses = new WeakMap<FindingRecord, string>();

/**
 * Puts differences together that no key tells apart, whatever their paths: they are one incident in any case, so that
 * only one of each has to be compared with the others.
 *
 * @returns in the order of the first of each
 */
export function alike(findings: readonly FindingRecord[]): FindingRecord[][] {
  const groups = new Map<string, FindingRecord[]>();
  for (const finding of findings) {
    const likeness = likenessOf(finding);
    const group = groups.get(likeness);
    if (group) {
      group.push(finding);
    } else {
      groups.set(likeness, [finding]);
    }
  }
  return [...groups.values()];
}

/** One of each that no key tells apart. */
export function oneOfEach(findings: readonly FindingRecord[]): FindingRecord[] {
  return alike(findings).map(([first]) => first);
}

function likenessOf(finding: FindingRecord): string {
  const known = likenesses.get(finding);
  if (known !== undefined) {
    return known;
  }
  const { objectKey, type, valueSeenAt, attribution, owner } = finding;
  const likeness = JSON.stringify([
    objectKey,
    // A namespace or definition that is missing takes others with it.
    type === 'object-missing',
    valueSeenAt,
    attribution?.auditID,
    knownCause(finding),
    isGitAhead(finding),
    timeOfWrite(finding),
    owner?.manager,
    owner?.time,
  ]);
  likenesses.set(finding, likeness);
  return likeness;
}
