import type { CoverageGap } from '@plumbline/kube-drift';
import type { FeedCoverage } from '../../audit';

/** How long a kube-apiserver was seen to go on sending a batch that is not accepted, milliseconds. */
const LONGEST_DELIVERY = 240_000;

/** The time that is asked about, milliseconds since the epoch. */
export interface CoverageSpan {
  from: number;
  to: number;
}

/**
 * When requests may have been made that are not in the store, and why.
 *
 * @param coverage - what the store knows of the span
 */
export function coverageGaps(
  { firstEventAt, silences, unreadable }: FeedCoverage,
  { from, to }: CoverageSpan,
): CoverageGap[] {
  if (firstEventAt === undefined) {
    return []; // no log at all is not one with holes: nothing rests on it
  }
  return [
    ...(from < firstEventAt
      ? [
          gap(
            from,
            Math.min(firstEventAt, to),
            'the oldest stored event is younger',
          ),
        ]
      : []),
    ...silences.map(silence =>
      gap(
        silence.from,
        silence.to,
        `no event of the cluster for ${inMinutes(silence.to - silence.from)}`,
      ),
    ),
    ...unreadable.map(({ receivedAt, count }) =>
      gap(
        receivedAt - LONGEST_DELIVERY,
        receivedAt,
        `${
          count === 1 ? 'an event' : `${count} events`
        } that arrived at ${new Date(
          receivedAt,
        ).toISOString()} could not be read`,
      ),
    ),
  ];
}

function gap(from: number, to: number, reason: string): CoverageGap {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    reason,
  };
}

function inMinutes(milliseconds: number): string {
  return `${Math.round(milliseconds / 60_000)} min`;
}
