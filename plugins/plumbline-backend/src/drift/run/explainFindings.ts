import { attribute, type FindingResult } from '@plumbline/kube-drift';
import type { StoredAuditEvent } from '../../audit';
import type { FindingWindow } from '../lifecycle/window';
import { CLOCK_TOLERANCE, type ObjectEvidence } from './ObjectEvidence';
import type { ObjectContext } from './ObjectContext';
import type { toStoredValues } from './storedValue';

/** A difference with what earlier looks tell of it. */
export interface PlacedFinding {
  /** With the direction as far as looks tell. */
  known: FindingResult;
  fingerprint: string;
  values: ReturnType<typeof toStoredValues>;
  desiredDigest: string;
  /** In which its live value came about. */
  window: FindingWindow;
  /** Git wants what it wanted when the field was last seen as wanted. */
  desiredUnchanged: boolean;
  /** Live is what it was then: no write is the cause. */
  liveUnchanged: boolean;
}

type ExplainContext = Pick<
  ObjectContext,
  | 'actors'
  | 'base'
  | 'comparison'
  | 'coverage'
  | 'object'
  | 'result'
  | 'schema'
  | 'state'
>;

/**
 * Looks for the causes of an object's differences, each in the window in which it must have come about. Those of one window
 * are explained together: the requests are read once for all of them.
 */
export async function explainFindings(
  context: ExplainContext,
  placed: readonly PlacedFinding[],
  { events }: ObjectEvidence,
): Promise<Map<PlacedFinding, FindingResult>> {
  const explained = new Map<PlacedFinding, FindingResult>();
  for (const together of byWindow(placed)) {
    const findings = await explain(context, together, events);
    together.forEach((one, index) => explained.set(one, findings[index]));
  }
  return explained;
}

function byWindow(placed: readonly PlacedFinding[]): PlacedFinding[][] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const one of placed) {
    const { window, desiredUnchanged } = one;
    const key = `${window.from} ${window.to} ${desiredUnchanged}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(one);
  }
  return [...groups.values()];
}

/** @param together - differences of one window, at least one. @returns what became of them, in order */
async function explain(
  context: ExplainContext,
  together: readonly PlacedFinding[],
  events: readonly StoredAuditEvent[],
): Promise<FindingResult[]> {
  const { object, comparison, result, state, base, actors, coverage, schema } =
    context;
  const { declared, live } = object;
  const [{ window, desiredUnchanged }] = together;
  const { from, to } = window;
  const explained = attribute(
    {
      ...comparison,
      objects: [{ ...result, findings: together.map(({ known }) => known) }],
    },
    {
      events: events.map(({ event }) => event),
      desired: [declared.manifest],
      live: live ? [live] : null,
      options: {
        namespace: state.target.namespace,
        schema,
        base,
        actors,
        desiredUnchanged,
        lastCleanObservation:
          from === undefined
            ? undefined
            : new Date(from - CLOCK_TOLERANCE).toISOString(),
        observedAt: new Date(to + CLOCK_TOLERANCE).toISOString(),
        coverageGaps: await coverage.gaps(from ?? timeOf(events[0]) ?? to, to),
      },
    },
  );
  return explained.objects[0].findings;
}

/** Milliseconds since the epoch. */
function timeOf(event: StoredAuditEvent | undefined): number | undefined {
  return event && event.event.timeMicros / 1000;
}
