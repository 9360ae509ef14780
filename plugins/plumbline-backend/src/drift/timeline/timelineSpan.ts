import type { IncidentRecord } from '../records';

const MINUTE = 60_000;
/** What is shown before the first write and after the last change. */
const MARGIN = 30 * MINUTE;
const AT_LEAST = 60 * MINUTE;

/** Milliseconds since the epoch, both inclusive. */
export interface TimelineSpan {
  from: number;
  to: number;
}

/**
 * The span that is asked for; where it is left open, the time around the incident: from half an hour before the first
 * write to half an hour after the last change, at least an hour, never in the future.
 */
export function timelineSpan(
  incident: Pick<
    IncidentRecord,
    'openedAt' | 'updatedAt' | 'causedAt' | 'resolvedAt'
  >,
  asked: Partial<TimelineSpan>,
  now: number,
): TimelineSpan {
  const { openedAt, causedAt = openedAt, updatedAt } = incident;
  const first = Math.min(causedAt, openedAt);
  const last = Math.max(incident.resolvedAt ?? updatedAt, openedAt);
  const to = asked.to ?? Math.min(last + MARGIN, Math.max(now, last));
  const from = asked.from ?? Math.min(first - MARGIN, to - AT_LEAST);
  return { from: Math.min(from, to), to };
}
