import { auditEventFacets } from '../../testUtils';
import { buildHistogram, rangeOfBars, roundUp } from './histogramModel';

describe('histogramModel', () => {
  const data = auditEventFacets().histogram;

  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [5, 5],
    [44, 50],
    [101, 200],
  ])('rounds %d up to %d', (value, expected) => {
    expect(roundUp(value)).toBe(expected);
  });

  it('measures bars by the scale and names them in the zone of the reader', () => {
    const model = buildHistogram(data, 'Europe/Berlin');
    expect(model.maximum).toBe(50);
    expect(model.bars[0]).toMatchObject({
      from: '2026-11-20T13:30:00.000Z',
      to: '2026-11-20T13:31:00.000Z',
      count: 14,
      label: '14:30:00 – 14:31:00: 14 events',
    });
    expect(model.bars[0].height).toBeCloseTo(28);
    expect(model.bars[11].label).toMatch(/, 1 matched a friction rule$/);
    expect(model.ticks[0]).toEqual({ left: 0, text: '14:30' });
    expect(model.ticks[4]).toEqual({ left: 100, text: '15:30' });
  });

  it('draws the buckets that hold nothing and are not sent', () => {
    const model = buildHistogram(
      {
        from: '2026-11-20T11:20:00.000Z',
        to: '2026-11-20T15:08:52.274Z',
        bucketSeconds: 3600,
        buckets: [
          { time: '2026-11-20T12:00:00.000Z', count: 1, friction: 1 },
          { time: '2026-11-20T15:00:00.000Z', count: 4, friction: 0 },
        ],
      },
      'UTC',
    );
    expect(model.bars.map(bar => bar.count)).toEqual([0, 1, 0, 0, 4]);
    expect(model.bars[0].from).toBe('2026-11-20T11:00:00.000Z');
    expect(model.ticks[0].text).toBe('11:00');
    expect(model.ticks[4].text).toBe('16:00');
  });

  it('zooms from the earlier to the later bar, both included', () => {
    const { bars } = buildHistogram(data, 'UTC');
    const range = {
      from: '2026-11-20T13:32:00.000Z',
      to: '2026-11-20T13:35:00.000Z',
    };
    expect(rangeOfBars(bars, 2, 4)).toEqual(range);
    expect(rangeOfBars(bars, 4, 2)).toEqual(range);
    expect(rangeOfBars([], 0, 0)).toBeUndefined();
  });
});
