import { entityFriction } from '../../testUtils';
import { driverRows } from './driverRows';

describe('driverRows', () => {
  const { breakdown, sum } = entityFriction();

  it('adds up to the sum of the backend, with and without a limit', () => {
    for (const limit of [undefined, 3]) {
      const { rows, others } = driverRows(breakdown, limit);
      const total =
        rows.reduce((points, row) => points + row.points, 0) +
        (others?.points ?? 0);
      expect(total).toBeCloseTo(sum);
    }
  });

  it('puts the strongest first and measures bars by it', () => {
    const { rows } = driverRows([...breakdown].reverse(), 2);
    expect(rows.map(row => [row.title, Math.round(row.width)])).toEqual([
      ['Shell in a pod', 100],
      ['Port forward', 91],
    ]);
  });

  it('says how many are in the last line', () => {
    expect(driverRows(breakdown, 3).others).toMatchObject({
      number: 5,
      count: 44,
    });
    expect(driverRows(breakdown).others).toBeUndefined();
    expect(driverRows([])).toEqual({
      rows: [],
      others: undefined,
      sumOfCounts: 0,
    });
  });
});
