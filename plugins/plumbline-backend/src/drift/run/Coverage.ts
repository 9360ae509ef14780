import type { CoverageGap } from '@plumbline/kube-drift';
import { coverageGaps } from './coverageGaps';
import type { ObservationContext } from './ObservationContext';

/** What the audit log of a look's cluster may have missed; each window is asked for once. */
export class Coverage {
  readonly #context: CoverageContext;
  readonly #gaps = new Map<string, Promise<CoverageGap[]>>();

  constructor(context: CoverageContext) {
    this.#context = context;
  }

  /** Gaps of the time between two moments, milliseconds since the epoch. */
  gaps(from: number, to: number): Promise<CoverageGap[]> {
    const key = `${from} ${to}`;
    const known = this.#gaps.get(key) ?? this.#read(from, to);
    this.#gaps.set(key, known);
    return known;
  }

  async #read(from: number, to: number): Promise<CoverageGap[]> {
    const { audit, cluster, silentAfter } = this.#context;
    const span = {
      from,
      to,
      // A recorded cluster stands still while nobody records: its silence loses nothing.
      silentAfter: cluster.access.kind === 'snapshot' ? undefined : silentAfter,
    };
    return coverageGaps(
      await audit.coverage({ ...span, cluster: cluster.name }),
      span,
    );
  }
}

type CoverageContext = Pick<
  ObservationContext,
  'audit' | 'cluster' | 'silentAfter'
>;
