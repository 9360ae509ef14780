import type { AttributionLevel } from '@plumbline/backstage-plugin-plumbline-common';
import type { ObservedFinding } from '../records';

/** From the weakest to the strongest. */
const LEVELS: readonly AttributionLevel[] = [
  'none',
  'ambiguous',
  'tool-only',
  'likely',
  'strong',
  'proven',
];

/** How much a level says; an absent attribution says nothing. */
export function strengthOf(level: AttributionLevel | undefined): number {
  return level === undefined ? 0 : LEVELS.indexOf(level);
}

/** Whether a level names who did it. */
export function namesActor(level: AttributionLevel | undefined): boolean {
  return strengthOf(level) >= strengthOf('likely');
}

/** The one who did it, when the evidence allows a name; an impersonation shows both identities. */
export function actorOf(
  finding: Pick<ObservedFinding, 'attribution'>,
): string | undefined {
  const { attribution } = finding;
  return attribution &&
    namesActor(attribution.level) &&
    attribution.principals.length > 0
    ? attribution.principals.join(' acting as ')
    : undefined;
}

/** Time of the write in milliseconds, when it is known. */
export function timeOfWrite(
  finding: Pick<ObservedFinding, 'attribution'>,
): number | undefined {
  const time = finding.attribution?.time;
  return time === undefined ? undefined : Date.parse(time);
}
