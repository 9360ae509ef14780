import { decodeCursor, pageOf } from '../../database/keysetCursor';
import type { TimelineEntry } from './TimelineEntry';

/** The last item of a page. */
export interface TimelinePosition {
  time: number;
  id: string;
}

/** @throws InputError when it is not a cursor of a timeline */
export function readPosition(
  cursor: string | undefined,
): TimelinePosition | undefined {
  const position = decodeCursor(cursor, ['number', 'string']);
  return position && { time: Number(position[0]), id: String(position[1]) };
}

/** Whether an entry belongs to the pages that follow a position. */
export function isAfter(
  { time, id }: Pick<TimelineEntry, 'time' | 'id'>,
  position: TimelinePosition | undefined,
): boolean {
  return (
    !position ||
    time < position.time ||
    (time === position.time && id < position.id)
  );
}

/** The newest first; those of one moment by their ids. */
export function byAge(a: TimelineEntry, b: TimelineEntry): number {
  return b.time - a.time || (a.id < b.id ? 1 : -1);
}

/** Joins what the lanes gave, the newest first, and cuts a page off. */
export function timelinePage(
  entries: readonly TimelineEntry[],
  position: TimelinePosition | undefined,
  limit: number,
): { entries: TimelineEntry[]; nextCursor?: string } {
  const sorted = entries.filter(entry => isAfter(entry, position)).sort(byAge);
  const { rows, nextCursor } = pageOf(
    sorted.slice(0, limit + 1),
    limit,
    ({ time, id }) => [time, id],
  );
  return { entries: rows, nextCursor };
}
