import type {
  Heatmap,
  HeatmapAxis,
} from '@plumbline/backstage-plugin-plumbline-common';
import { DateTime } from 'luxon';

/** Colour step of a cell: 0 is "looked and found nothing", 1 to 5 are amounts. @public */
export type HeatStep = 0 | 1 | 2 | 3 | 4 | 5;

/** One cell as it is drawn. @public */
export interface HeatmapModelCell {
  rowIndex: number;
  columnIndex: number;
  row: HeatmapAxis;
  column: HeatmapAxis;
  /** In the unit of the heatmap; `undefined` when no data of that column arrived. */
  value: number | undefined;
  count: number;
  /** Share of today's score after decay, where the backend says it. */
  pointsNow: number | undefined;
  step: HeatStep;
  partial: boolean;
}

/** One row as it is drawn. @internal */
export interface HeatmapModelRow {
  row: HeatmapAxis;
  cells: HeatmapModelCell[];
  /** Sum of the row's values; `undefined` for scores, which do not add up over days. */
  sum: number | undefined;
}

/** Head of a column: short text, the group above it (a month) and its full name. @internal */
export interface HeatmapColumnHeading {
  axis: HeatmapAxis;
  text: string;
  /** Present where a new group starts. */
  group?: string;
  name: string;
}

/** Everything that the grid, the table and the download show. @internal */
export interface HeatmapModel {
  columns: HeatmapColumnHeading[];
  rows: HeatmapModelRow[];
  unit: Heatmap['unit'];
  steps: number[];
  hasNoData: boolean;
  hasPartial: boolean;
}

/** @returns the step of a value by the lower limits that the backend sent. @internal */
export function stepOf(value: number, steps: number[]): HeatStep {
  if (value <= 0) {
    return 0;
  }
  let step: HeatStep = 1;
  for (let index = 1; index < Math.min(steps.length, 5); index += 1) {
    if (value >= steps[index]) {
      step = (index + 1) as HeatStep;
    }
  }
  return step;
}

function headingsOf(columns: HeatmapAxis[]): HeatmapColumnHeading[] {
  let lastMonth: string | undefined;
  return columns.map(axis => {
    const day = DateTime.fromISO(axis.id, { zone: 'utc' });
    if (!/^\d{4}-\d{2}-\d{2}$/.test(axis.id) || !day.isValid) {
      // A column is as narrow as a number: full hours lose their minutes.
      const text = axis.label.replace(/^(\d\d):00$/, '$1');
      return { axis, text, name: axis.label };
    }
    const month = day.toFormat('LLL');
    const group = month === lastMonth ? undefined : month;
    lastMonth = month;
    return {
      axis,
      text: day.toFormat('d'),
      group,
      name: day.toFormat('ccc d LLL'),
    };
  });
}

/**
 * Makes the full grid of the sparse cells that the backend sends. A column without data has no value at all, which is
 * not the same as zero.
 *
 * @internal
 */
export function buildHeatmapModel(heatmap: Heatmap): HeatmapModel {
  const sparse = new Map(
    heatmap.cells.map(cell => [`${cell.row}\u0000${cell.column}`, cell]),
  );
  const rows = heatmap.rows.map((row, rowIndex): HeatmapModelRow => {
    const cells = heatmap.columns.map((column, columnIndex) => {
      const cell = sparse.get(`${row.id}\u0000${column.id}`);
      const amount = heatmap.unit === 'events' ? cell?.count : cell?.points;
      // A cell that has a number was seen, whatever the feed of that column said afterwards.
      const noData =
        amount === undefined &&
        (column.state === 'no-data' || row.state === 'no-data');
      const value = noData ? undefined : amount ?? 0;
      return {
        rowIndex,
        columnIndex,
        row,
        column,
        value,
        count: cell?.count ?? 0,
        pointsNow: cell?.pointsNow,
        step: stepOf(value ?? 0, heatmap.steps),
        partial:
          !noData && (cell?.partial === true || column.state === 'partial'),
      };
    });
    const sum =
      heatmap.unit === 'score'
        ? undefined
        : cells.reduce((total, cell) => total + (cell.value ?? 0), 0);
    return { row, cells, sum };
  });
  const all = rows.flatMap(row => row.cells);
  return {
    columns: headingsOf(heatmap.columns),
    rows,
    unit: heatmap.unit,
    steps: heatmap.steps,
    hasNoData: all.some(cell => cell.value === undefined),
    hasPartial: all.some(cell => cell.partial),
  };
}

/** A place in the grid. @internal */
export interface GridPosition {
  rowIndex: number;
  columnIndex: number;
}

/** What of a keyboard event decides where the focus goes. @internal */
export interface GridKey {
  key: string;
  ctrlKey: boolean;
}

/** @returns where a key moves the focus, or `undefined` when it is no key of the grid. @internal */
export function moveInGrid(
  from: GridPosition,
  pressed: GridKey,
  size: { rows: number; columns: number },
): GridPosition | undefined {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const { rowIndex, columnIndex } = from;
  switch (pressed.key) {
    case 'ArrowLeft':
      return { rowIndex, columnIndex: Math.max(0, columnIndex - 1) };
    case 'ArrowRight':
      return { rowIndex, columnIndex: Math.min(lastColumn, columnIndex + 1) };
    case 'ArrowUp':
      return { rowIndex: Math.max(0, rowIndex - 1), columnIndex };
    case 'ArrowDown':
      return { rowIndex: Math.min(lastRow, rowIndex + 1), columnIndex };
    case 'Home':
      return { rowIndex: pressed.ctrlKey ? 0 : rowIndex, columnIndex: 0 };
    case 'End':
      return {
        rowIndex: pressed.ctrlKey ? lastRow : rowIndex,
        columnIndex: lastColumn,
      };
    default:
      return undefined;
  }
}
