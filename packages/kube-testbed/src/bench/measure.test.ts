import { measure } from './measure';
import { formatTable } from './table';

/** Keeps the processor busy for a while. */
function spin(turns: number): number {
  let sum = 0;
  for (let turn = 0; turn < turns; turn++) {
    sum += Math.sqrt(turn);
  }
  return sum;
}

describe('measure', () => {
  it('tells what one item costs, not one call', () => {
    const { few, many } = measure({
      few: { items: 1, run: () => spin(300_000) },
      many: { items: 100, run: () => spin(300_000) },
    });
    expect(few.best).toBeGreaterThan(0);
    expect(few.best).toBeLessThanOrEqual(few.median);
    expect(few.median / many.median).toBeGreaterThan(20);
  });

  it('runs every task as often as the others', () => {
    const calls = { a: 0, b: 0 };
    measure({
      a: { items: 1, run: () => void (calls.a += 1) },
      b: { items: 1, run: () => void (calls.b += 1) },
    });
    expect(calls.a).toBe(calls.b);
    expect(calls.a).toBeGreaterThan(10);
  });
});

describe('formatTable', () => {
  it('aligns names to the left and figures to the right', () => {
    expect(
      formatTable([['name', 'rate'], ['a', '1/s'], [], ['longer', '100/s']]),
    ).toEqual(['name     rate', 'a         1/s', '', 'longer  100/s']);
  });
});
