import type {
  EntityDrift,
  IncidentSummary,
  Severity,
  Target,
  VerdictCounts,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  formatAge,
  formatDuration,
  formatTime,
  SEVERITIES,
} from '@plumbline/backstage-plugin-plumbline-react';
import type { DateTime } from 'luxon';

/** The answer in one sentence, and what limits it. @internal */
export interface DriftHeadline {
  tone: 'drift' | 'good' | 'unknown';
  text: string;
  /** Lines that stand with the sentence because they change its meaning. */
  limits: { kind: 'stale' | 'partial' | 'unobservable'; text: string }[];
}

/**
 * Says how far the service is from Git. A number is *at least* as soon as some part could not be looked at, and it is
 * past tense when the last look is old; *as in Git* needs a look everywhere.
 *
 * @internal
 */
export function driftHeadline(
  drift: EntityDrift,
  now?: DateTime,
): DriftHeadline {
  const { state, counts, lastCheckAt } = drift;
  if (state === 'never-run') {
    return { tone: 'unknown', text: 'Not checked yet', limits: [] };
  }
  if (state === 'unobservable') {
    return {
      tone: 'unknown',
      text: 'Drift is unknown',
      limits: unobservableLimits(drift),
    };
  }
  if (state === 'stale') {
    const since = lastCheckAt ? ` at ${formatTime(lastCheckAt, now)}` : '';
    return {
      tone: counts.drift > 0 ? 'drift' : 'unknown',
      text: `${fields(counts.drift)} drifted${since}`,
      limits: [
        {
          kind: 'stale',
          text: `Last check ${
            lastCheckAt ? `${formatAge(lastCheckAt, now)} ago` : 'unknown'
          }, due every ${formatDuration(drift.checkIntervalSeconds)}`,
        },
        ...unobservableLimits(drift),
      ],
    };
  }
  if (state === 'partial') {
    return {
      tone: counts.drift > 0 ? 'drift' : 'unknown',
      text:
        counts.drift > 0
          ? `At least ${driftingFields(counts.drift)}`
          : 'No drift in what could be compared',
      limits: partialLimits(drift),
    };
  }
  return counts.drift > 0
    ? { tone: 'drift', text: driftingFields(counts.drift), limits: [] }
    : { tone: 'good', text: 'As in Git', limits: [] };
}

/** @returns e.g. `7 incidents: 3 high, 2 medium, 2 low`. @internal */
export function incidentsSentence(incidents: IncidentSummary[]): string {
  if (incidents.length === 0) {
    return 'No open incident';
  }
  const parts = countBySeverity(incidents).map(
    ([severity, count]) => `${count} ${severity}`,
  );
  const word = incidents.length === 1 ? 'incident' : 'incidents';
  return `${incidents.length} ${word}: ${parts.join(', ')}`;
}

/** @returns how many incidents each severity has, worst first, without the severities that have none. @internal */
export function countBySeverity(
  incidents: IncidentSummary[],
): [Severity, number][] {
  return SEVERITIES.map((severity): [Severity, number] => [
    severity,
    incidents.filter(incident => incident.severity === severity).length,
  ]).filter(([, count]) => count > 0);
}

/** @returns why an in-sync answer may be believed. @internal */
export function coverageSentence(drift: EntityDrift): string {
  const objects = sum(drift.targets.map(target => target.objectsCompared));
  const clusters = [...new Set(drift.targets.map(target => target.cluster))];
  const commit = drift.commit
    ? ` match ${drift.commit.sha.slice(0, 7)}`
    : ' match Git';
  return `All ${objects} objects on ${clusters.join(' and ')}${commit}.`;
}

function partialLimits(drift: EntityDrift): DriftHeadline['limits'] {
  const { targets } = drift;
  const seen = targets.filter(target => target.objectsCompared > 0);
  const compared = sum(targets.map(target => target.objectsCompared));
  const total = sum(targets.map(target => target.objectsTotal));
  const objects = targets.every(isCounted)
    ? `, ${compared} of ${total} objects`
    : '';
  return [
    {
      kind: 'partial',
      text: `${seen.length} of ${targets.length} targets${objects} compared`,
    },
    ...unobservableLimits(drift),
  ];
}

function unobservableLimits(drift: EntityDrift): DriftHeadline['limits'] {
  const blind = drift.targets.filter(isUnobservable);
  return blind.length === 0
    ? []
    : [
        {
          kind: 'unobservable',
          text: `${[...new Set(blind.map(target => target.cluster))].join(
            ' and ',
          )} cannot be checked`,
        },
      ];
}

/** @returns whether some look reached something, so that a 0 is a 0. @internal */
export function isLookedAt(drift: EntityDrift): boolean {
  return drift.state !== 'unobservable' && drift.state !== 'never-run';
}

/** @returns how many differences each verdict has; a verdict that only a look could tell is left out without one. @internal */
export function knownCounts(drift: EntityDrift): Partial<VerdictCounts> {
  const { counts } = drift;
  if (isLookedAt(drift)) {
    return counts;
  }
  // That nobody could look is itself known.
  return counts.unverifiable > 0 ? { unverifiable: counts.unverifiable } : {};
}

/**
 * @returns e.g. `14 of 14 objects`; how many there are is unknown as long as nobody could count them.
 * @internal
 */
export function objectsSentence(target: Target): string {
  return isCounted(target)
    ? `${target.objectsCompared} of ${target.objectsTotal} objects`
    : 'objects unknown';
}

function isCounted(target: Target): boolean {
  return (
    target.objectsTotal > 0 ||
    !['unobservable', 'never-run'].includes(target.state)
  );
}

/** @internal */
export function isUnobservable(target: Target): boolean {
  return target.state === 'unobservable';
}

function driftingFields(count: number): string {
  return `${fields(count)} ${count === 1 ? 'drifts' : 'drift'}`;
}

function fields(count: number): string {
  return count === 1 ? '1 field' : `${count} fields`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
