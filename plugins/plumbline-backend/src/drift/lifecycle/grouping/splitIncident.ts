import type { FindingRecord } from '../../records';
import { knownCause } from '../causes';
import { alike, oneOfEach } from './alike';
import { joinsOpenIncident } from './groupFindings';
import type { GroupingScene } from './GroupingKey';
import { collapseSameCause } from './sameCause';

/** What becomes of an incident's differences now that evidence came in. */
export interface SplitIncident {
  /** Never empty when there are findings. */
  staying: FindingRecord[];
  leaving: FindingRecord[];
}

/**
 * Parts an incident whose differences turn out to have several causes. Those of the cause that was known first stay, with what
 * hangs together with them; neither another cause nor an unknown one stands under a known name. So it makes no difference
 * whether a look came before the evidence or after it.
 */
export function splitIncident(
  members: readonly FindingRecord[],
  scene: GroupingScene,
): SplitIncident {
  const first = [...members]
    .sort((a, b) => a.firstSeenAt - b.firstSeenAt || compare(a.id, b.id))
    .find(finding => knownCause(finding) !== undefined);
  const cause = first && knownCause(first);
  if (cause === undefined || isCollapsed(members)) {
    return { staying: [...members], leaving: [] };
  }
  const ofCause = members.filter(finding => knownCause(finding) === cause);
  const compared = oneOfEach(ofCause);
  const parted = alike(members).map(same => ({
    same,
    stays:
      knownCause(same[0]) === cause ||
      joinsOpenIncident(same[0], compared, scene),
  }));
  const staying = new Set(
    parted.filter(({ stays }) => stays).flatMap(({ same }) => same),
  );
  return {
    staying: members.filter(finding => staying.has(finding)),
    leaving: members.filter(finding => !staying.has(finding)),
  };
}

function isCollapsed(members: readonly FindingRecord[]): boolean {
  return collapseSameCause(members).groups[0]?.length === members.length;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
