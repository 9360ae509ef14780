import {
  decayWeight,
  scoreShare,
  type Heatmap,
  type HeatmapAxis,
  type HeatmapCell,
  type ScoreParameters,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { FrictionRules } from '../FrictionRules';
import type { FrictionPoint } from '../FrictionStore';
import type { Calendar, LocalDay } from './calendar';

/** Colour steps begin at the bands' limits: a cell of the last step alone would make a score critical. */
const STEP_SHARES = [0.02, 0.2, 0.4, 0.6, 0.8];

const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

/** What all heatmaps of an entity are drawn with. */
export interface HeatmapContext {
  calendar: Calendar;
  parameters: ScoreParameters;
  now: number;
}

/** Rule × day; a row per rule that has a cell, the one with the most points first. */
export function ruleByDay(
  points: FrictionPoint[],
  days: LocalDay[],
  columns: HeatmapAxis[],
  rules: FrictionRules,
  context: HeatmapContext,
): Heatmap {
  const dayOf = dayFinder(days);
  const cells = sumCells(points, context, point => {
    const day = dayOf(point.time);
    return day ? [point.ruleId, day] : undefined;
  });
  const partial = new Set(
    columns.filter(({ state }) => state !== 'covered').map(({ id }) => id),
  );
  const today = days[days.length - 1]?.day;
  return {
    rows: rowsByPoints(cells).map(id => ({
      id,
      label: rules.describe(id).title,
    })),
    columns,
    cells: cells.map(cell => ({
      ...cell,
      partial: cell.column === today || partial.has(cell.column),
    })),
    steps: pointSteps(context.parameters),
    unit: 'points',
  };
}

/** Weekday × hour. */
export function hoursOfWeek(
  points: FrictionPoint[],
  context: HeatmapContext,
): Heatmap {
  return {
    rows: WEEKDAYS.map((label, i) => ({ id: String(i), label })),
    columns: Array.from({ length: 24 }, (_, hour) => ({
      id: String(hour),
      label: `${String(hour).padStart(2, '0')}:00`,
    })),
    cells: sumCells(points, context, ({ time }) => {
      const hour = context.calendar.hourOfWeek(time);
      return [String(Math.floor(hour / 24)), String(hour % 24)];
    }),
    steps: pointSteps(context.parameters),
    unit: 'points',
  };
}

/** Lower limits of the colour steps of scores: anything, then the limits of the bands. */
export const SCORE_STEPS = [1, 20, 40, 60, 80];

function pointSteps({ threshold }: ScoreParameters): number[] {
  return STEP_SHARES.map(share => share * threshold);
}

function sumCells(
  points: FrictionPoint[],
  { parameters, now }: HeatmapContext,
  placeOf: (point: FrictionPoint) => [row: string, column: string] | undefined,
): HeatmapCell[] {
  const cells = new Map<string, Required<Omit<HeatmapCell, 'partial'>>>();
  for (const point of points) {
    const place = placeOf(point);
    if (!place) continue;
    const [row, column] = place;
    const key = `${row}\n${column}`;
    const cell = cells.get(key) ?? {
      row,
      column,
      points: 0,
      pointsNow: 0,
      count: 0,
    };
    const weight = decayWeight(point.time, now, parameters);
    cell.points += point.points;
    cell.pointsNow += scoreShare(point.points * weight, parameters);
    cell.count += 1;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

function rowsByPoints(cells: HeatmapCell[]): string[] {
  const sums = new Map<string, number>();
  for (const { row, points } of cells) {
    sums.set(row, (sums.get(row) ?? 0) + points);
  }
  return [...sums].sort((a, b) => b[1] - a[1]).map(([row]) => row);
}

function dayFinder(days: LocalDay[]): (time: number) => string | undefined {
  return time => days.find(({ from, to }) => time >= from && time < to)?.day;
}
