import type { FindingRecord } from '../../records';
import { knownCause } from '../causes';
import { countObjects } from './GroupingKey';

/** From as many objects on, one path with one cause is one incident. */
const MANY = 5;

/** One path with one cause in many objects. */
export interface Collapsed {
  groups: FindingRecord[][];
  rest: FindingRecord[];
}

/**
 * Puts differences at one path, of one cause, in at least five objects together: "12 webhooks: caBundle".
 *
 * @param findings - in an order that does not change from run to run
 */
export function collapseSameCause(
  findings: readonly FindingRecord[],
): Collapsed {
  const alike = new Map<string, FindingRecord[]>();
  for (const finding of findings) {
    const cause = causeOf(finding);
    if (cause !== undefined) {
      const key = JSON.stringify([
        patternOf(finding.path),
        finding.type,
        cause,
      ]);
      const members = alike.get(key);
      if (members) {
        members.push(finding);
      } else {
        alike.set(key, [finding]);
      }
    }
  }
  const groups = [...alike.values()].filter(
    members => countObjects(members) >= MANY,
  );
  const collapsed = new Set(groups.flat());
  return { groups, rest: findings.filter(one => !collapsed.has(one)) };
}

/** "One path in 12 objects, written by cainjector". */
export function describeSameCause(members: readonly FindingRecord[]): string {
  const [{ path, owner }] = members;
  const by = owner ? `, last written by ${owner.manager}` : '';
  return `${patternOf(path)} in ${countObjects(members)} objects${by}`;
}

/** Whether all differences are at one path, whatever the list items are called. */
export function isSamePath(members: readonly FindingRecord[]): boolean {
  return new Set(members.map(({ path }) => patternOf(path))).size === 1;
}

/** A path with its list items left open. */
export function patternOf(path: string): string {
  return path.replace(/\[[^\]]*\]/g, '[*]');
}

/** A commit that waits is no reason: its fields wait together anyway. */
function causeOf(finding: FindingRecord): string | undefined {
  return (
    knownCause(finding) ??
    (finding.owner && `manager ${finding.owner.manager}`) ??
    (finding.reason && `rule ${finding.reason}`)
  );
}
