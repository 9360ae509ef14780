import type { Heatmap } from '@plumbline/backstage-plugin-plumbline-common';
import { formatDay } from '@plumbline/backstage-plugin-plumbline-react';

/** @returns a sentence for each reason why days are hatched or marked, e.g. `No data 24, 25 Oct: the feed was down.` */
export function gapsText(heatmap: Heatmap): string[] {
  const byReason = new Map<string, string[]>();
  for (const column of heatmap.columns) {
    if (column.state === 'no-data' || column.state === 'partial') {
      const what = column.state === 'no-data' ? 'No data' : 'Partly covered';
      const key = `${what}\u0000${column.reason ?? 'audit events are missing'}`;
      byReason.set(key, [...(byReason.get(key) ?? []), column.id]);
    }
  }
  return [...byReason].map(([key, days]) => {
    const [what, reason] = key.split('\u0000');
    const range =
      days.length > 2
        ? `${formatDay(days[0])} – ${formatDay(days[days.length - 1])}`
        : days.map(formatDay).join(', ');
    return `${what} ${range}: ${reason}.`;
  });
}
