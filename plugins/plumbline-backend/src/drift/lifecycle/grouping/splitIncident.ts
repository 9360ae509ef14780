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
 * hangs together with them; neither another cause, nor an unknown one, nor another act of the same person stands under a
 * known name. So it makes no difference whether a look came before the evidence or after it.
 *
 * @param wasKnown - whether the cause of a difference was known already when it came to the incident: it stays, also when
 *   what it hung together with has ended since
 */
export function splitIncident(
  members: readonly FindingRecord[],
  scene: GroupingScene,
  wasKnown: (member: FindingRecord) => boolean,
): SplitIncident {
  const first = [...members]
    .sort(
      (a, b) =>
        Number(wasKnown(b)) - Number(wasKnown(a)) ||
        a.firstSeenAt - b.firstSeenAt ||
        compare(a.id, b.id),
    )
    .find(finding => knownCause(finding) !== undefined);
  const cause = first && knownCause(first);
  if (cause === undefined || isCollapsed(members)) {
    return { staying: [...members], leaving: [] };
  }
  const ofCause = members.filter(finding => knownCause(finding) === cause);
  const act = hangingTogether(
    ofCause.filter(finding => finding === first || wasKnown(finding)),
    ofCause,
    scene,
  );
  const compared = oneOfEach([...act]);
  const staying = new Set(
    alike(members)
      .filter(
        ([one]) => act.has(one) || joinsOpenIncident(one, compared, scene),
      )
      .flat(),
  );
  return {
    staying: members.filter(finding => staying.has(finding)),
    leaving: members.filter(finding => !staying.has(finding)),
  };
}

/** @returns the core, and of the others what hangs together with it, directly or through others */
function hangingTogether(
  core: readonly FindingRecord[],
  others: readonly FindingRecord[],
  scene: GroupingScene,
): ReadonlySet<FindingRecord> {
  const together = new Set(core);
  const waiting = new Set(
    alike(others.filter(finding => !together.has(finding))),
  );
  // A set hands out what is added to it on the way.
  for (const member of together) {
    for (const same of waiting) {
      if (joinsOpenIncident(same[0], [member], scene)) {
        waiting.delete(same);
        same.forEach(finding => together.add(finding));
      }
    }
  }
  return together;
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
