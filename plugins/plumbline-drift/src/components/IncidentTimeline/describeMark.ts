import type {
  Timeline,
  TimelineItem,
  TimelineLane,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  formatTime,
  readableTimes,
} from '@plumbline/backstage-plugin-plumbline-react';
import { DateTime } from 'luxon';
import type { LaneMark } from './laneMarks';

/** The word of each lane. @internal */
export const LANE_WORDS: Record<TimelineLane, string> = {
  audit: 'Audit',
  git: 'Git',
  sync: 'Sync',
  drift: 'Drift',
};

/**
 * @returns everything that a mark stands for in a sentence, as screen readers hear it and the line below the axis has it.
 * @internal
 */
export function describeMark(
  mark: LaneMark,
  lane: TimelineLane,
  now: DateTime = DateTime.now(),
): string {
  if (mark.kind === 'count') {
    const from = DateTime.fromMillis(mark.from).toFormat('HH:mm:ss');
    const to = DateTime.fromMillis(mark.to).toFormat('HH:mm:ss');
    const span = from === to ? from : `${from}–${to}`;
    const own = mark.own > 0 ? `, ${mark.own} of this incident` : '';
    return `${LANE_WORDS[lane]}, ${span}: ${mark.count} marks${own}`;
  }
  const { item } = mark;
  const place = placeOf(item);
  return `${LANE_WORDS[lane]}, ${formatTime(item.time, now)}: ${readableTimes(
    item.text,
    now,
  )}${place}`;
}

/** @returns what was lost, from when to when. @internal */
export function describeLoss(
  { text, from, to }: Timeline['losses'][number],
  now: DateTime = DateTime.now(),
): string {
  return `${text}, ${formatTime(from, now)} to ${formatTime(to, now)}`;
}

function placeOf({ incident, ofIncident }: TimelineItem): string {
  if (incident) {
    return ` (INC-${incident.number})`;
  }
  return ofIncident ? '' : ' (not of this incident)';
}
