import type { FindingRecord, ObservedFinding } from '../records';
import { actorOf, timeOfWrite } from './attributionLevels';

/** Writes of one actor that lie closer together have one cause. */
const SAME_ACT = 10 * 60_000;

/** A commit that waits for sync. */
export function isGitAhead(
  finding: Pick<ObservedFinding, 'direction'>,
): boolean {
  return finding.direction === 'git-ahead';
}

/** Who or what moved, when that is known: differences with two known causes belong to two incidents. */
export function knownCause(finding: ObservedFinding): string | undefined {
  if (isGitAhead(finding)) {
    return `commit ${finding.source?.commit?.sha ?? ''}`;
  }
  const actor = actorOf(finding);
  return actor === undefined ? undefined : `actor ${actor}`;
}

/** Whether a new difference has the cause of one that is open. */
export function sharesCause(a: ObservedFinding, b: ObservedFinding): boolean {
  const cause = knownCause(a);
  if (cause === undefined || cause !== knownCause(b)) {
    return false;
  }
  if (isGitAhead(a)) {
    return true;
  }
  const times = [timeOfWrite(a), timeOfWrite(b)];
  return times[0] === undefined || times[1] === undefined
    ? a.objectKey === b.objectKey
    : Math.abs(times[0] - times[1]) <= SAME_ACT;
}

/**
 * Puts differences with one cause together: the same commit, or the same actor within ten minutes from write to write;
 * without a known cause, the same object.
 *
 * @param findings - in an order that does not change from run to run
 */
export function groupByCause(findings: FindingRecord[]): FindingRecord[][] {
  const groups: FindingRecord[][] = [];
  for (const finding of byTime(findings)) {
    const group = groups.find(members =>
      members.some(member =>
        knownCause(finding) === undefined
          ? knownCause(member) === undefined &&
            member.objectKey === finding.objectKey
          : sharesCause(member, finding),
      ),
    );
    if (group) {
      group.push(finding);
    } else {
      groups.push([finding]);
    }
  }
  return groups;
}

/**
 * Of an incident's differences those that turn out to have another cause than its first ones, now that evidence came in.
 *
 * @returns `staying` is never empty when there are findings
 */
export function splitByCause(findings: FindingRecord[]): {
  staying: FindingRecord[];
  leaving: FindingRecord[];
} {
  const first = [...findings]
    .sort((a, b) => a.firstSeenAt - b.firstSeenAt || compare(a.id, b.id))
    .find(finding => knownCause(finding) !== undefined);
  const cause = first && knownCause(first);
  const stays = (finding: FindingRecord) => {
    const own = knownCause(finding);
    return own === undefined || own === cause;
  };
  return {
    staying: findings.filter(stays),
    leaving: findings.filter(finding => !stays(finding)),
  };
}

function byTime(findings: FindingRecord[]): FindingRecord[] {
  const time = (finding: FindingRecord) => timeOfWrite(finding) ?? Infinity;
  return [...findings].sort(
    (a, b) =>
      (time(a) === time(b) ? 0 : time(a) - time(b)) ||
      compare(a.fingerprint, b.fingerprint),
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
