import { ringSegments } from './ringSegments';

const lengthOf = (segments: ReturnType<typeof ringSegments>) =>
  segments.reduce((sum, segment) => sum + segment.length, 0);

describe('ringSegments', () => {
  it('is as long as the score, largest share first', () => {
    const segments = ringSegments(76, [10, 40, 26]);
    expect(segments.map(segment => Math.round(segment.length))).toEqual([
      40, 26, 10,
    ]);
    expect(lengthOf(segments)).toBeCloseTo(76);
    expect(segments[1].start).toBeCloseTo(40);
  });

  it('scales shares that go beyond 100 down to the ring', () => {
    expect(lengthOf(ringSegments(100, [90, 90]))).toBeCloseTo(100);
  });

  it('draws one arc when nothing is known of the shares, none for 0', () => {
    expect(ringSegments(30, [])).toEqual([{ start: 0, length: 30 }]);
    expect(ringSegments(0, [1])).toEqual([]);
  });
});
