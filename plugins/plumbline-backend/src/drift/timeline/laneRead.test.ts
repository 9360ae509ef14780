import fc from 'fast-check';
import { readLane } from './laneRead';
import type { TimelineEntry } from './TimelineEntry';
import { readPosition, timelinePage } from './timelinePage';

/** Few moments, so that many events share one. */
const events = fc.uniqueArray(
  fc.record({ time: fc.nat(4), id: fc.stringMatching(/^[a-z]{1,3}$/) }),
  { selector: ({ id }) => id, maxLength: 40 },
);

const entryOf = (
  { time, id }: { time: number; id: string },
  lane: TimelineEntry['lane'],
): TimelineEntry => ({
  id: `${lane}:${id}`,
  time,
  lane,
  kind: 'request',
  text: '',
  ofIncident: false,
});

describe('pages of several lanes', () => {
  it('hold every event once, the newest first, in whatever order a lane has those of one moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(events, events),
        fc.integer({ min: 1, max: 6 }),
        async ([audit, git], limit) => {
          const lanes = [
            audit.map(one => entryOf(one, 'audit')),
            git.map(one => entryOf(one, 'git')),
          ].map(lane => [...lane].sort((a, b) => b.time - a.time));
          const seen: TimelineEntry[] = [];
          let cursor: string | undefined;
          do {
            const position = readPosition(cursor);
            const before = position?.time ?? Infinity;
            const read = await Promise.all(
              lanes.map(lane =>
                readLane({ limit, position }, async count => {
                  const open = lane.filter(({ time }) => time <= before);
                  return {
                    entries: open.slice(0, count),
                    isAll: open.length <= count,
                  };
                }),
              ),
            );
            const page = timelinePage(read.flat(), position, limit);
            seen.push(...page.entries);
            cursor = page.nextCursor;
          } while (cursor);
          expect(seen.map(({ id }) => id).sort()).toEqual(
            lanes
              .flat()
              .map(({ id }) => id)
              .sort(),
          );
          const times = seen.map(({ time }) => time);
          expect(times).toEqual([...times].sort((a, b) => b - a));
        },
      ),
    );
  });

  it('read no more than they need', async () => {
    const asked: number[] = [];
    await readLane({ limit: 2 }, async count => {
      asked.push(count);
      const entries = Array.from({ length: count }, (_, index) =>
        entryOf({ time: 100 - index, id: String(index) }, 'audit'),
      );
      return { entries, isAll: false };
    });
    expect(asked).toEqual([4]);
  });
});
