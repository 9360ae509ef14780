import type { Timeline } from '@plumbline/backstage-plugin-plumbline-common';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import type { AuditStore } from '../../audit';
import { coverageGaps } from '../run/coverageGaps';
import type { TimelineSpan } from './timelineSpan';

/** Spans of which audit events are missing. */
export interface LossesPart {
  losses: Timeline['losses'];
  /** Why nothing is known of any event. */
  reason?: string;
}

/** What finding losses needs. */
export interface AuditLossesOptions {
  audit: Pick<AuditStore, 'coverage'>;
  clusters: ClusterRegistry;
  /** Milliseconds after which the silence of a feed counts. */
  silentAfter: number;
}

/** Tells where the audit log of a cluster has holes. */
export class AuditLosses {
  readonly #options: AuditLossesOptions;

  constructor(options: AuditLossesOptions) {
    this.#options = options;
  }

  async read(cluster: string, span: TimelineSpan): Promise<LossesPart> {
    const { audit, clusters, silentAfter } = this.#options;
    const known = await clusters.get(cluster);
    const coverage = await audit.coverage({
      cluster,
      ...span,
      // A recorded cluster stands still while nobody records: its silence loses nothing.
      silentAfter: known?.access?.kind === 'snapshot' ? undefined : silentAfter,
    });
    if (coverage.firstEventAt === undefined) {
      return {
        losses: [],
        reason: `No audit event of ${cluster} is stored`,
      };
    }
    return {
      losses: coverageGaps(coverage, span).map(({ from, to, reason }) => ({
        from: later(from, span.from),
        to: earlier(to, span.to),
        text: `Audit events may be missing: ${reason}`,
      })),
    };
  }
}

function later(time: string, bound: number): string {
  return new Date(Math.max(Date.parse(time), bound)).toISOString();
}

function earlier(time: string, bound: number): string {
  return new Date(Math.min(Date.parse(time), bound)).toISOString();
}
