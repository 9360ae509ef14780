import type { ObservedFinding } from '../records';
import { actorOf } from './attributionLevels';

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
