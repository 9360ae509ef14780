import type { HeatmapColumnHeading, HeatmapModelCell } from './heatmapModel';

/** At most one decimal, none when it is `.0`. @public */
export function formatAmount(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** What a reader is told about one cell, by tooltip and by screen reader. @internal */
export interface CellText {
  title: string;
  lines: string[];
}

/**
 * Words for one cell. "No data" is never said as a number.
 *
 * @internal
 */
export function describeCell(
  cell: HeatmapModelCell,
  heading: HeatmapColumnHeading,
  unit: 'points' | 'events' | 'score',
): CellText {
  const title = `${cell.row.label}, ${heading.name}`;
  if (cell.value === undefined) {
    return {
      title,
      lines: [
        `No data: ${
          cell.column.reason ?? cell.row.reason ?? 'no audit events arrived'
        }`,
      ],
    };
  }
  const lines: string[] = [];
  if (unit === 'score') {
    lines.push(`Score ${formatAmount(cell.value)}`);
  } else if (cell.count === 0) {
    lines.push('No event');
  } else if (unit === 'events') {
    lines.push(plural(cell.count, 'event'));
  } else {
    lines.push(
      `${formatAmount(cell.value)} ${
        cell.value === 1 ? 'point' : 'points'
      } in ${plural(cell.count, 'event')}`,
    );
  }
  if (cell.pointsNow !== undefined && cell.value > 0) {
    lines.push(
      `Still ${formatAmount(cell.pointsNow)} of today's score after decay`,
    );
  }
  if (cell.partial) {
    lines.push(
      `At least: ${cell.column.reason ?? 'part of that day is missing'}`,
    );
  }
  return { title, lines };
}

/** @returns the label of a step in the legend, e.g. `<2`, `2+`. @internal */
export function stepLabel(
  step: number,
  steps: number[],
  unit: 'points' | 'events' | 'score',
): string {
  if (step === 0) {
    return '0';
  }
  if (step === 1) {
    const next = steps[1];
    if (next === undefined) {
      return '1+';
    }
    return unit === 'events' && next === 2 ? '1' : `<${formatAmount(next)}`;
  }
  const lower = steps[step - 1];
  const upper = steps[step];
  if (unit === 'events' && upper !== undefined && upper === lower + 1) {
    return formatAmount(lower);
  }
  return `${formatAmount(lower)}+`;
}
