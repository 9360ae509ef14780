import type { IncidentFigures } from '@plumbline/backstage-plugin-plumbline-common';
import { summariseDurations } from './durationSummary';
import type { IncidentFacts } from './StatisticsStore';

/** Numbers and times of incidents in a span that ends now. */
export function figuresOf(
  incidents: readonly IncidentFacts[],
  { from, to }: { from: number; to: number },
): IncidentFigures {
  const isWithin = (time: number | undefined): time is number =>
    time !== undefined && time >= from && time <= to;
  const opened = incidents.filter(({ openedAt }) => isWithin(openedAt));
  const open = incidents.filter(({ resolvedAt }) => resolvedAt === undefined);
  const resolved = incidents.filter(one => isWithin(one.resolvedAt));
  return {
    opened: opened.length,
    open: open.length,
    resolved: resolved.length,
    age: summariseDurations(open.map(({ begin }) => to - begin.at)),
    toDetect: summariseDurations(opened.flatMap(timeToDetect)),
    toAcknowledge: summariseDurations(
      incidents.flatMap(({ openedAt, firstAcknowledgedAt }) =>
        isWithin(firstAcknowledgedAt) ? [firstAcknowledgedAt - openedAt] : [],
      ),
    ),
    toResolve: summariseDurations(resolved.flatMap(timeToResolve)),
    resolutions: countResolutions(resolved),
  };
}

/** Only a proven write says when there was something to detect; one after the opening is of a later episode. */
function timeToDetect({ begin, openedAt }: IncidentFacts): number[] {
  return begin.basis === 'proven-write' && begin.at <= openedAt
    ? [openedAt - begin.at]
    : [];
}

/** What came back is resolved anew. */
function timeToResolve({
  openedAt,
  reopenedAt,
  resolvedAt,
}: IncidentFacts): number[] {
  return resolvedAt === undefined
    ? []
    : [resolvedAt - (reopenedAt ?? openedAt)];
}

function countResolutions(
  resolved: readonly IncidentFacts[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { resolution } of resolved) {
    if (resolution !== undefined) {
      counts[resolution] = (counts[resolution] ?? 0) + 1;
    }
  }
  return counts;
}
