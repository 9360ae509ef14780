import {
  decayWeight,
  type ScoreParameters,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { FrictionDay, FrictionPoint, TimeSpan } from '../FrictionStore';

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/** Start of the UTC day of a time, milliseconds since the epoch. */
export function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

/** What has to be read to tell decayed points at some times exactly. */
export interface ReadingPlan {
  /** Days of which the sums are enough for at least one of the times. */
  days: TimeSpan;
  /** Spans within days of which a time covers a part only. */
  spans: TimeSpan[];
}

/** Decayed points and number of events in the window, of one entity and rule. */
export interface Decayed {
  points: number;
  count: number;
}

/** Decayed points by entity and rule. */
export type DecayedByEntity = Map<string, Map<string, Decayed>>;

/**
 * Sums of days decay exactly; only the days at both edges of the window have to be read event by event.
 *
 * @param times - milliseconds since the epoch
 * @param now - events later than this count at `now`, and at no time before
 */
export function planReading(
  times: number[],
  now: number,
  { windowDays }: ScoreParameters,
): ReadingPlan {
  const windows = times.map(time => ({
    ...windowAt(time, windowDays),
    time,
    oldest: Math.floor(time - windowDays * DAY),
  }));
  return {
    days: {
      from: Math.min(...windows.map(window => window.firstDay)),
      to: Math.max(...windows.map(window => window.lastDay)),
    },
    spans: windows
      .flatMap(({ time, oldest, firstDay, lastDay }) => [
        { from: oldest, to: firstDay },
        { from: lastDay, to: time >= now ? Number.MAX_SAFE_INTEGER : time + 1 },
      ])
      .filter(({ from, to }) => from < to),
  };
}

/**
 * Decayed points at a time: of days that lie whole in the window by their sums, of the others event by event.
 *
 * @param days - at least what {@link planReading} names
 * @param points - at least what {@link planReading} names
 * @param now - events later than this (a clock ran ahead) count at `now`, and at no time before
 */
export function decayedAt(
  time: number,
  days: FrictionDay[],
  points: FrictionPoint[],
  parameters: ScoreParameters,
  now: number,
): DecayedByEntity {
  const { windowDays, halfLifeDays } = parameters;
  const { firstDay, lastDay } = windowAt(time, windowDays);
  const result: DecayedByEntity = new Map();
  for (const day of days) {
    if (day.day >= firstDay && day.day < lastDay) {
      const weight = 0.5 ** ((time - day.day) / DAY / halfLifeDays);
      add(result, day, day.weight * weight, day.count);
    }
  }
  for (const point of points) {
    const isWhole = point.time >= firstDay && point.time < lastDay;
    const isOld = point.time < time - windowDays * DAY;
    if (!isWhole && !isOld && (time >= now || point.time <= time)) {
      const weight = decayWeight(point.time, time, parameters);
      add(result, point, point.points * weight, 1);
    }
  }
  return result;
}

/** Whole days of the window of a time: from `firstDay` to before `lastDay`. */
function windowAt(time: number, windowDays: number) {
  const firstDay = Math.ceil((time - windowDays * DAY) / DAY) * DAY;
  return { firstDay, lastDay: Math.max(firstDay, startOfDay(time)) };
}

function add(
  result: DecayedByEntity,
  { entityRef, ruleId }: { entityRef: string; ruleId: string },
  points: number,
  count: number,
): void {
  const rules = result.get(entityRef) ?? new Map<string, Decayed>();
  const before = rules.get(ruleId) ?? { points: 0, count: 0 };
  rules.set(ruleId, {
    points: before.points + points,
    count: before.count + count,
  });
  result.set(entityRef, rules);
}
