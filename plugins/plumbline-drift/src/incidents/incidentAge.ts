import type { IncidentSummary } from '@plumbline/backstage-plugin-plumbline-common';
import { formatDuration } from '@plumbline/backstage-plugin-plumbline-react';
import { DateTime } from 'luxon';

/** How old an incident is, and by what. @internal */
export interface AgeDescription {
  label: 'Age' | 'Lasted';
  /** e.g. `50 min` */
  duration: string;
  /** e.g. `since the first write` */
  basis: string;
  /** ISO 8601, from when the age counts. */
  since: string;
}

const BASIS_WORDS: Record<
  NonNullable<IncidentSummary['age']>['basis'],
  string
> = {
  'proven-write': 'since the first write',
  commit: 'since the commit',
  'first-seen': 'since first seen',
};

/** @returns from when the incident counts: its first write or commit, else when it was first seen; ISO 8601. @internal */
export function incidentSince(
  incident: Pick<IncidentSummary, 'age' | 'causedAt' | 'openedAt'>,
): string {
  return incident.age?.since ?? incident.causedAt ?? incident.openedAt;
}

/**
 * The age of an open incident, or how long a resolved one lasted, counted from the best time that is known.
 *
 * @internal
 */
export function describeAge(
  incident: IncidentSummary,
  now: DateTime = DateTime.now(),
): AgeDescription {
  const { age, causedAt, resolvedAt } = incident;
  const { since, basis } = age ?? {
    since: incidentSince(incident),
    basis: causedAt ? ('proven-write' as const) : ('first-seen' as const),
  };
  const end = resolvedAt ? DateTime.fromISO(resolvedAt) : now;
  return {
    label: resolvedAt ? 'Lasted' : 'Age',
    duration: formatDuration(
      end.diff(DateTime.fromISO(since), 'seconds').seconds,
    ),
    basis: BASIS_WORDS[basis],
    since,
  };
}

/**
 * @returns how long after its cause the incident was found, e.g. `2 s after the write`; `undefined` when the time of the
 * cause is not known.
 * @internal
 */
export function describeFound(incident: IncidentSummary): string | undefined {
  const { age, causedAt, openedAt, level } = incident;
  const from = causedAt ?? (age?.basis === 'commit' ? age.since : undefined);
  if (!from) {
    return undefined;
  }
  const seconds = DateTime.fromISO(openedAt).diff(
    DateTime.fromISO(from),
    'seconds',
  ).seconds;
  const cause = level === 'git-commit' ? 'commit' : 'write';
  return seconds < 0
    ? undefined
    : `${formatDuration(seconds)} after the ${cause}`;
}

/**
 * A span of time in its two largest units: `45 s`, `6 min 31 s`, `5 h 10 min`, `39 d`.
 *
 * @internal
 */
export function formatTwoUnits(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const units = [
    { name: 'd', size: 86_400 },
    { name: 'h', size: 3_600 },
    { name: 'min', size: 60 },
    { name: 's', size: 1 },
  ];
  const first = units.findIndex(unit => whole >= unit.size);
  if (first < 0) {
    return '0 s';
  }
  return units
    .slice(first, first + 2)
    .map(({ name, size }, index) => ({
      name,
      count:
        index === 0
          ? Math.floor(whole / size)
          : Math.floor((whole % units[first].size) / size),
    }))
    .filter(part => part.count > 0)
    .map(part => `${part.count} ${part.name}`)
    .join(' ');
}
