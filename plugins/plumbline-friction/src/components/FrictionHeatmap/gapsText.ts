import type {
  Heatmap,
  HeatmapAxis,
} from '@plumbline/backstage-plugin-plumbline-common';
import { formatDay } from '@plumbline/backstage-plugin-plumbline-react';

/** Days beside each other, by their place among the columns. */
interface Run {
  first: string;
  last: string;
  end: number;
}

function reasonOf(column: HeatmapAxis): string | undefined {
  switch (column.state) {
    case 'no-data':
      return `No data|${column.reason ?? 'audit events are missing'}`;
    case 'partial':
      return `Partly covered|${column.reason ?? 'audit events are missing'}`;
    default:
      return undefined;
  }
}

/** @returns a sentence for each reason why days are hatched or marked, e.g. `No data 24 Oct – 2 Nov: the feed was down.` */
export function gapsText(heatmap: Heatmap): string[] {
  const byReason = new Map<string, Run[]>();
  heatmap.columns.forEach((column, index) => {
    const reason = reasonOf(column);
    if (!reason) {
      return;
    }
    const runs = byReason.get(reason) ?? [];
    const last = runs[runs.length - 1];
    if (last?.end === index - 1) {
      last.last = column.id;
      last.end = index;
    } else {
      runs.push({ first: column.id, last: column.id, end: index });
    }
    byReason.set(reason, runs);
  });
  return [...byReason].map(([key, runs]) => {
    const [what, reason] = key.split('|');
    const days = runs
      .map(({ first, last }) =>
        first === last
          ? formatDay(first)
          : `${formatDay(first)} – ${formatDay(last)}`,
      )
      .join(', ');
    return `${what} ${days}: ${reason.replace(/\.$/, '')}.`;
  });
}
