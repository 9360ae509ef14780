import type { TimelineEntry } from './TimelineEntry';
import { byAge, isAfter, type TimelinePosition } from './timelinePage';

/** The newest of a lane's events. */
export interface LaneRead {
  entries: TimelineEntry[];
  /** Whether there are no older ones. */
  isAll: boolean;
}

/**
 * Reads so much of a lane that its next page is whole. Events of one moment stand on a page by their ids, whatever the
 * order in which the lane gives them: so those of the last moment are all read.
 *
 * @param read - gives the newest events up to a number
 */
export async function readLane(
  { limit, position }: { limit: number; position?: TimelinePosition },
  read: (count: number) => Promise<LaneRead>,
): Promise<TimelineEntry[]> {
  let count = limit + 2;
  for (;;) {
    const { entries, isAll } = await read(count);
    const oldest = Math.min(...entries.map(({ time }) => time));
    const next = entries.filter(entry => isAfter(entry, position)).sort(byAge);
    if (isAll || (next.length > limit && next[limit].time > oldest)) {
      return next;
    }
    count *= 2;
  }
}
