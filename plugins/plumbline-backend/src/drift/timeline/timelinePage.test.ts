import fc from 'fast-check';
import type { TimelineEntry } from './TimelineEntry';
import { readPosition, timelinePage } from './timelinePage';
import { timelineSpan } from './timelineSpan';

const entry = (time: number, id: string): TimelineEntry => ({
  id,
  time,
  lane: 'audit',
  kind: 'request',
  text: '',
  ofIncident: false,
});

describe('timelinePage', () => {
  it('gives every entry once, the newest first, whatever the pages', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            time: fc.nat(5),
            id: fc.stringMatching(/^[a-z]{1,3}$/),
          }),
          { selector: ({ id }) => id, maxLength: 30 },
        ),
        fc.integer({ min: 1, max: 7 }),
        (items, limit) => {
          const entries = items.map(({ time, id }) => entry(time, id));
          const seen: TimelineEntry[] = [];
          let cursor: string | undefined;
          do {
            const page = timelinePage(entries, readPosition(cursor), limit);
            expect(page.entries.length).toBeLessThanOrEqual(limit);
            seen.push(...page.entries);
            cursor = page.nextCursor;
          } while (cursor);
          expect(seen).toHaveLength(entries.length);
          expect(new Set(seen.map(({ id }) => id)).size).toBe(entries.length);
          const times = seen.map(({ time }) => time);
          expect(times).toEqual([...times].sort((a, b) => b - a));
        },
      ),
    );
  });
});

describe('timelineSpan', () => {
  const MINUTE = 60_000;
  const at = (minutes: number) => minutes * MINUTE;
  const incident = { openedAt: at(100), updatedAt: at(110), causedAt: at(98) };

  it('reaches from half an hour before the first write to half an hour after the last change', () => {
    expect(timelineSpan(incident, {}, at(1000))).toEqual({
      from: at(68),
      to: at(140),
    });
  });

  it('ends now when that is sooner, and is an hour at least', () => {
    expect(timelineSpan(incident, {}, at(111))).toEqual({
      from: at(51),
      to: at(111),
    });
  });

  it('follows a resolved incident to its end', () => {
    const resolved = { ...incident, resolvedAt: at(500) };
    expect(timelineSpan(resolved, {}, at(1000)).to).toBe(at(530));
  });

  it('is what was asked for', () => {
    expect(timelineSpan(incident, { from: 5, to: 9 }, at(111))).toEqual({
      from: 5,
      to: 9,
    });
  });
});
