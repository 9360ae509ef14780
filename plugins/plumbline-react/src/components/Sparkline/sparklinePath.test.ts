import { sparklinePath } from './sparklinePath';

const SIZE = { width: 100, height: 20, maximum: 100 };

describe('sparklinePath', () => {
  it('runs from left to right, 0 at the foot', () => {
    expect(
      sparklinePath(
        [
          { day: '2026-11-18', value: 0 },
          { day: '2026-11-19', value: 50 },
          { day: '2026-11-20', value: 100 },
        ],
        SIZE,
      ),
    ).toEqual({ path: 'M0 20L50 10L100 0', end: { x: 100, y: 0 } });
  });

  it('breaks where a day is not known', () => {
    expect(
      sparklinePath(
        [
          { day: '2026-11-18', value: 0 },
          { day: '2026-11-19' },
          { day: '2026-11-20', value: 100 },
        ],
        SIZE,
      ).path,
    ).toBe('M0 20M100 0');
  });

  it('draws nothing when nothing is known', () => {
    expect(sparklinePath([{ day: '2026-11-20' }], SIZE)).toEqual({
      path: '',
      end: undefined,
    });
  });
});
