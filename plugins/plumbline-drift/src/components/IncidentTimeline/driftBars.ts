import type { IncidentDetail } from '@plumbline/backstage-plugin-plumbline-common';
import type { TimeSpan } from './timeScale';

/**
 * @returns the spans in which the incident was there: from opened to resolved, again from reopened, at last to now.
 * @internal
 */
export function driftBars(detail: IncidentDetail, now: number): TimeSpan[] {
  const { incident, history } = detail;
  const turns = history
    .filter(item => item.kind === 'resolved' || item.kind === 'reopened')
    .map(item => ({ kind: item.kind, time: Date.parse(item.time) }))
    .sort((left, right) => left.time - right.time);
  const bars: TimeSpan[] = [];
  let from: number | undefined = Date.parse(incident.openedAt);
  for (const { kind, time } of turns) {
    if (kind === 'resolved' && from !== undefined) {
      bars.push({ from, to: time });
      from = undefined;
    } else if (kind === 'reopened') {
      from ??= time;
    }
  }
  if (from !== undefined) {
    const { state, resolvedAt } = incident;
    const end =
      state === 'resolved' && resolvedAt ? Date.parse(resolvedAt) : now;
    bars.push({ from, to: end });
  }
  return bars;
}

/**
 * @returns what of a span lies inside another, or `undefined` when nothing does.
 * @internal
 */
export function clip(span: TimeSpan, window: TimeSpan): TimeSpan | undefined {
  const from = Math.max(span.from, window.from);
  const to = Math.min(span.to, window.to);
  return from <= to ? { from, to } : undefined;
}
