import type {
  Incident,
  Timeline,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  useIncidentTimeline,
  useQueryPatch,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';
import { DateTime } from 'luxon';
import { useRef, useState } from 'react';
import type { TimeSpan } from './timeScale';
import {
  fittingRange,
  incidentLife,
  rangeWindow,
  TIMELINE_RANGES,
  type TimelineRange,
} from './timelineWindow';

/** As many as the backend gives at once. */
const PAGE_SIZE = 100;

/**
 * What the axis shows and the way to change it, both kept in the address; asks the backend for it. While another span
 * is on its way, what is known of it already stays on the screen.
 *
 * @internal
 */
export function useTimelineView(incident: Incident) {
  const [opened] = useState(() => Date.now());
  const life = incidentLife(incident, opened);
  const [range] = useQueryState<TimelineRange>('span', {
    fallback: fittingRange(life),
    values: TIMELINE_RANGES,
  });
  const [from] = useQueryState('from', { fallback: '' });
  const [to] = useQueryState('to', { fallback: '' });
  const [view] = useQueryState<'axis' | 'table'>('timeline', {
    fallback: 'axis',
    values: ['axis', 'table'],
  });
  const patch = useQueryPatch();

  const zoomed = zoomOf(from, to);
  const wanted = zoomed ?? rangeWindow(range, life, opened);
  const pages = useIncidentTimeline(incident.id, {
    ...(wanted && { from: isoOf(wanted.from), to: isoOf(wanted.to) }),
    limit: PAGE_SIZE,
  });

  const last = useRef<Timeline>();
  if (pages.value) {
    last.current = { ...pages.value, items: pages.items };
  }
  const timeline = last.current;

  return {
    pages,
    timeline,
    span: wanted ?? (timeline && spanOf(timeline)),
    range: zoomed ? undefined : range,
    view,
    setRange: (next: TimelineRange) =>
      patch({ span: next, from: undefined, to: undefined }),
    zoomTo: (span: TimeSpan) =>
      patch({ from: isoOf(span.from), to: isoOf(span.to) }),
    setView: (next: 'axis' | 'table') =>
      patch({ timeline: next === 'table' ? next : undefined }),
  };
}

function zoomOf(from: string, to: string): TimeSpan | undefined {
  const span = { from: Date.parse(from), to: Date.parse(to) };
  return span.from < span.to ? span : undefined;
}

function spanOf({ from, to }: Timeline): TimeSpan {
  return { from: Date.parse(from), to: Date.parse(to) };
}

function isoOf(time: number): string {
  return DateTime.fromMillis(time).toUTC().toISO() ?? '';
}
