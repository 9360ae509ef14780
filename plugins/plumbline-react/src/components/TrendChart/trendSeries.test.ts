import { formatDay, trendRows, trendSummary } from './trendSeries';

const points = [
  { day: '2026-11-18', value: 12 },
  { day: '2026-11-19', value: 40 },
  { day: '2026-11-20', value: 31 },
];

describe('trendSeries', () => {
  it('joins lines by day and leaves unknown days without a value', () => {
    expect(
      trendRows([
        { id: 'friction', label: 'Friction', points },
        { id: 'drift', label: 'Drift', points: [{ day: '2026-11-19' }] },
      ]),
    ).toEqual([
      { day: '2026-11-18', friction: 12 },
      { day: '2026-11-19', friction: 40, drift: undefined },
      { day: '2026-11-20', friction: 31 },
    ]);
  });

  it('says in a sentence what the line shows', () => {
    expect(trendSummary({ id: 's', label: 'Score', points })).toBe(
      'Score: 12 on 18 Nov, 31 on 20 Nov, highest 40 on 19 Nov',
    );
    expect(
      trendSummary({
        id: 's',
        label: 'Score',
        points: [{ day: '2026-11-20' }],
      }),
    ).toBe('Score: unknown for the whole time');
  });

  it('writes a day without its year', () => {
    expect(formatDay('2026-11-02')).toBe('2 Nov');
    expect(formatDay('Mon')).toBe('Mon');
  });
});
