import type { TimelineItem } from '@plumbline/backstage-plugin-plumbline-common';
import type { TimeSpan } from './timeScale';

/** One thing that happened. @internal */
export interface ItemMark {
  kind: 'item';
  id: string;
  /** Milliseconds of the epoch. */
  time: number;
  item: TimelineItem;
}

/** So much happened in a piece of time that only its number can be drawn. @internal */
export interface CountMark extends TimeSpan {
  kind: 'count';
  id: string;
  /** The middle of the piece. */
  time: number;
  count: number;
  /** How many of them are of this incident. */
  own: number;
}

/** @internal */
export type LaneMark = ItemMark | CountMark;

/** A lane with more marks than this shows counts. @internal */
export const MAX_LANE_MARKS = 60;

const PIECES = 24;

/**
 * @param items - of one lane, in any order
 * @returns the marks of the lane inside the span, oldest first.
 * @internal
 */
export function laneMarks(items: TimelineItem[], span: TimeSpan): LaneMark[] {
  const marks = items
    .map(
      (item): ItemMark => ({
        kind: 'item',
        id: item.id,
        time: Date.parse(item.time),
        item,
      }),
    )
    .filter(mark => mark.time >= span.from && mark.time <= span.to)
    .sort((left, right) => left.time - right.time);
  return marks.length > MAX_LANE_MARKS ? countPieces(marks, span) : marks;
}

function countPieces(marks: ItemMark[], span: TimeSpan): CountMark[] {
  const length = (span.to - span.from) / PIECES;
  const pieces = new Map<number, ItemMark[]>();
  for (const mark of marks) {
    const index = Math.min(
      PIECES - 1,
      Math.floor((mark.time - span.from) / length),
    );
    pieces.set(index, [...(pieces.get(index) ?? []), mark]);
  }
  return [...pieces].map(([index, inside]) => {
    const from = span.from + index * length;
    return {
      kind: 'count',
      id: `${inside[0].item.lane} ${Math.round(from)}`,
      from,
      to: from + length,
      time: from + length / 2,
      count: inside.length,
      own: inside.filter(mark => mark.item.ofIncident).length,
    };
  });
}
