import type {
  Attribution,
  Finding,
  Incident,
} from '@plumbline/backstage-plugin-plumbline-common';
import { DateTime } from 'luxon';
import { formatTwoUnits } from './incidentAge';

/** One check of the evidence; it holds, or it is what is missing. @internal */
export type CrossCheck = Pick<
  NonNullable<Attribution['evidence']>[number],
  'text' | 'holds'
>;

/** More claims than this are told in the fields and their evidence. */
const MAX_CLAIMS = 3;
const MAX_CHECKS = 4;

/**
 * The sentences that say what happened, each once: that of the weakest level first, since it speaks for the incident.
 *
 * @internal
 */
export function causeClaims(incident: Incident): Attribution[] {
  const { cause, findings } = incident;
  const own = cause && 'level' in cause ? [cause] : [];
  const claims = new Map<string, Attribution>();
  for (const claim of [...own, ...byTime(findings)]) {
    if (!claims.has(claim.wording)) {
      claims.set(claim.wording, claim);
    }
  }
  return [...claims.values()].slice(0, MAX_CLAIMS);
}

/**
 * What speaks for the cause and what is missing, each once, with what is missing first.
 *
 * @internal
 */
export function crossChecks(findings: Finding[]): CrossCheck[] {
  const checks = new Map<string, CrossCheck>();
  for (const { evidence = [] } of byTime(findings)) {
    for (const { text, holds } of evidence) {
      checks.set(`${holds} ${text}`, { text, holds });
    }
  }
  return [...checks.values()]
    .sort((left, right) => Number(left.holds) - Number(right.holds))
    .slice(0, MAX_CHECKS);
}

/**
 * @returns e.g. `one user, 2 writes, 6 min 31 s apart`; `undefined` when fewer than two writes are known by their time.
 * @internal
 */
export function describeWrites(findings: Finding[]): string | undefined {
  const writes = new Map<string, { time: string; principals: string[] }>();
  for (const { level, time, eventIds, principals } of byTime(findings)) {
    if (time && (level === 'proven' || level === 'strong')) {
      writes.set(eventIds?.[0] ?? time, { time, principals });
    }
  }
  const times = [...writes.values()].map(write => write.time);
  if (times.length < 2) {
    return undefined;
  }
  const users = new Set(
    [...writes.values()].flatMap(write => write.principals),
  );
  const apart = DateTime.fromISO(times[times.length - 1]).diff(
    DateTime.fromISO(times[0]),
    'seconds',
  ).seconds;
  return [
    users.size === 1 ? 'one user' : `${users.size} users`,
    `${times.length} writes`,
    apart < 1 ? 'within 1 s' : `${formatTwoUnits(apart)} apart`,
  ].join(', ');
}

function byTime(findings: Finding[]): Attribution[] {
  return findings
    .flatMap(finding => finding.attribution ?? [])
    .sort((left, right) => (left.time ?? '').localeCompare(right.time ?? ''));
}
