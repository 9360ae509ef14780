import type { FrictionDriver } from '@plumbline/backstage-plugin-plumbline-common';

/** One driver as it is drawn. @public */
export interface DriverRow {
  ruleId: string;
  title: string;
  points: number;
  count: number;
  /** Width of the bar in percent of the longest. */
  width: number;
}

/** Drivers, largest first, and what they sum to. @public */
export interface DriverRows {
  rows: DriverRow[];
  /** Drivers beyond `limit`, in one line; absent when all are shown. */
  others?: { number: number; points: number; count: number };
  sumOfCounts: number;
}

/**
 * @param drivers - as the backend sends them
 * @param limit - how many get a row of their own
 * @public
 */
export function driverRows(
  drivers: FrictionDriver[],
  limit: number = drivers.length,
): DriverRows {
  const sorted = [...drivers].sort(
    (a, b) => b.points - a.points || a.title.localeCompare(b.title),
  );
  const longest = sorted[0]?.points ?? 0;
  const rest = sorted.slice(limit);
  const total = (numbers: number[]) =>
    numbers.reduce((sum, number) => sum + number, 0);
  return {
    rows: sorted.slice(0, limit).map(driver => ({
      ruleId: driver.ruleId,
      title: driver.title,
      points: driver.points,
      count: driver.count,
      width: longest > 0 ? (driver.points / longest) * 100 : 0,
    })),
    others:
      rest.length === 0
        ? undefined
        : {
            number: rest.length,
            points: total(rest.map(driver => driver.points)),
            count: total(rest.map(driver => driver.count)),
          },
    sumOfCounts: total(sorted.map(driver => driver.count)),
  };
}
