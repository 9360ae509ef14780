import fc from 'fast-check';
import { Retimer } from './Retimer';

const at = (text: string) => new Date(text);
const recording = {
  from: at('2026-03-01T10:00:00Z'),
  to: at('2026-03-01T11:00:00Z'),
};
const chapters = [
  {
    startedAt: at('2026-03-01T10:05:00Z'),
    movedTo: at('2026-05-01T08:00:00.700Z'),
  },
  {
    startedAt: at('2026-03-01T10:10:00Z'),
    movedTo: at('2026-05-03T09:30:00Z'),
  },
];

describe('Retimer', () => {
  it('moves each chapter to its moment and keeps the digits and the zone', () => {
    const retimer = Retimer.byChapters(chapters, recording);
    expect(
      retimer.moveText(
        JSON.stringify({
          stageTimestamp: '2026-03-01T10:06:01.123456Z',
          time: '2026-03-01T10:06:01Z',
          restartedAt: '2026-03-01T12:12:00+02:00',
          before: '2026-03-01T10:04:59Z',
        }),
      ),
    ).toBe(
      JSON.stringify({
        stageTimestamp: '2026-05-01T08:01:01.123456Z',
        time: '2026-05-01T08:01:01Z',
        restartedAt: '2026-05-03T11:32:00+02:00',
        before: '2026-05-01T07:59:59Z',
      }),
    );
  });

  it('leaves times outside of the recording, and what is no time, alone', () => {
    const retimer = Retimer.byChapters(chapters, recording);
    const text =
      'v2026-03-01 2025-01-01T00:00:00Z 2026-03-01T11:00:01Z 2026-03-01T10:06:00';
    expect(retimer.moveText(text)).toBe(text);
  });

  it('refuses chapters that do not follow each other or begin within a second', () => {
    expect(() => Retimer.byChapters([], recording)).toThrow(RangeError);
    expect(() =>
      Retimer.byChapters([...chapters].reverse(), recording),
    ).toThrow(/follow each other/);
    expect(() =>
      Retimer.byChapters(
        [
          {
            startedAt: at('2026-03-01T10:05:00.5Z'),
            movedTo: at('2026-05-01'),
          },
        ],
        recording,
      ),
    ).toThrow(/whole second/);
  });

  it('keeps order, and agreement of times cut to seconds, whatever the chapters', () => {
    const moment = fc.integer({ min: 0, max: 3_599_999 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 3599 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(moment, { minLength: 2, maxLength: 20 }),
        (starts, moments) => {
          const base = recording.from.getTime();
          const retimer = Retimer.byChapters(
            [...starts]
              .sort((a, b) => a - b)
              .map((start, i) => ({
                startedAt: new Date(base + start * 1000),
                // Moved chapters lie further apart than recorded ones.
                movedTo: new Date(base + i * 86_400_000 + start * 1000),
              })),
            recording,
          );
          const sorted = [...moments].sort((a, b) => a - b);
          const moved = sorted.map(m =>
            retimer.moveText(new Date(base + m).toISOString()),
          );
          expect([...moved].sort()).toEqual(moved);
          sorted.forEach((m, i) => {
            const cut = new Date(base + Math.floor(m / 1000) * 1000)
              .toISOString()
              .replace('.000', '');
            expect(retimer.moveText(cut)).toBe(`${moved[i].slice(0, 19)}Z`);
          });
        },
      ),
    );
  });

  it('by a constant moves everything equally', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: at('1990-01-01'),
          max: at('2090-01-01'),
          noInvalidDate: true,
        }),
        fc.integer({ min: -1e9, max: 1e9 }),
        (date, ms) => {
          const moved = Retimer.by(ms).moveText(date.toISOString());
          expect(Date.parse(moved) - date.getTime()).toBe(
            Math.floor(ms / 1000) * 1000,
          );
        },
      ),
    );
  });
});
