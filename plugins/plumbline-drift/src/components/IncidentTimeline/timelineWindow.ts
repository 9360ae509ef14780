import type { IncidentSummary } from '@plumbline/backstage-plugin-plumbline-common';
import { incidentSince } from '../../incidents/incidentAge';
import type { TimeSpan } from './timeScale';

/** How much time the axis shows; `all` is the whole life of the incident. @internal */
export const TIMELINE_RANGES = ['1h', '6h', '24h', 'all'] as const;

/** @internal */
export type TimelineRange = (typeof TIMELINE_RANGES)[number];

const MINUTE = 60_000;
const LENGTHS: Record<Exclude<TimelineRange, 'all'>, number> = {
  '1h': 60 * MINUTE,
  '6h': 360 * MINUTE,
  '24h': 1_440 * MINUTE,
};

/** Share of a range that stands in front of the first write. */
const LEAD = 1 / 6;
/** A range is at most this much longer when the end of the life comes into view by it. */
const STRETCH = 1 / 4;
/** So many times the room behind the end fits into a range. */
const MARGINS = 40;
const SHORTEST = 10_000;
const LONGEST = 90 * 1_440 * MINUTE;

/**
 * @returns from the first write, or the first sight without one, to the end or now.
 * @internal
 */
export function incidentLife(incident: IncidentSummary, now: number): TimeSpan {
  const { openedAt, resolvedAt } = incident;
  const from = Math.min(
    Date.parse(openedAt),
    Date.parse(incidentSince(incident)),
  );
  return { from, to: resolvedAt ? Date.parse(resolvedAt) : now };
}

/**
 * @returns the shortest range that holds the life; a longer life begins on its first day.
 * @internal
 */
export function fittingRange(life: TimeSpan): TimelineRange {
  const length = life.to - life.from;
  const fits = (range: keyof typeof LENGTHS) =>
    length <= LENGTHS[range] * (1 - LEAD + STRETCH / 4);
  return (['1h', '6h'] as const).find(fits) ?? '24h';
}

/**
 * @param now - the future is empty: a window never ends much later
 * @returns the span to ask for; `undefined` leaves it to the backend, which knows all writes of the incident.
 * @internal
 */
export function rangeWindow(
  range: TimelineRange,
  life: TimeSpan,
  now: number,
): TimeSpan | undefined {
  if (range === 'all') {
    return undefined;
  }
  const length = LENGTHS[range];
  const lead = length * LEAD;
  const round = lead / 2;
  const from = Math.floor((life.from - lead) / round) * round;
  const to = from + length;
  const margin = length / MARGINS;
  if (to > now + margin) {
    return { from: now + margin - length, to: now + margin };
  }
  const endIsNear = life.to > to && life.to <= to + length * STRETCH;
  return { from, to: endIsNear ? life.to + margin : to };
}

/**
 * @param factor - below 1 to see less time in more detail
 * @param centre - the time that stays where it is
 * @internal
 */
export function zoomWindow(
  span: TimeSpan,
  factor: number,
  centre: number,
): TimeSpan {
  const length = span.to - span.from;
  const next = Math.min(LONGEST, Math.max(SHORTEST, length * factor));
  const share = (centre - span.from) / length;
  const from = Math.round(centre - share * next);
  return { from, to: from + Math.round(next) };
}

/**
 * @param share - of the length; negative goes back in time
 * @internal
 */
export function panWindow(span: TimeSpan, share: number): TimeSpan {
  const by = Math.round((span.to - span.from) * share);
  return { from: span.from + by, to: span.to + by };
}

/**
 * @returns the span that a drag from one time to another asks for, or `undefined` for one too short to mean it.
 * @internal
 */
export function draggedWindow(
  start: number,
  end: number,
): TimeSpan | undefined {
  const from = Math.round(Math.min(start, end));
  const to = Math.round(Math.max(start, end));
  return to - from < SHORTEST ? undefined : { from, to };
}
