import type { IncidentStatistics } from '@plumbline/backstage-plugin-plumbline-common';
import type { ReaderView } from '../../permissions';
import { toIso, toManifestRef } from '../answers/toApi';
import type { DriftStore } from '../DriftStore';
import type { CauseClass } from '../records';
import { summariseDurations } from './durationSummary';
import { figuresOf } from './figuresOf';
import type {
  IncidentFacts,
  RepeatedField,
  StatisticsStore,
} from './StatisticsStore';

const MILLISECONDS_PER_DAY = 86_400_000;
/** Fields that are listed. */
const MAX_REPEATED = 100;

/** Kinds of cause in the order in which they are listed. */
const CAUSES: Record<CauseClass, string> = {
  person: 'Changed by a person',
  ci: 'Changed by a pipeline',
  gitops: 'Changed by a GitOps controller',
  controller: 'Changed by a controller',
  'service-account': 'Changed by a service account',
  'git-commit': 'A commit that waits for sync',
  fight: 'Two writers in turn',
  unknown: 'Nobody knows',
};

/** What statistics need. */
export interface StatisticsAnswersOptions {
  store: Pick<DriftStore, 'incidentEntityRefs'>;
  statistics: StatisticsStore;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

/** Answers how long incidents live, per entity and per kind of cause; never per person. */
export class StatisticsAnswers {
  readonly #options: StatisticsAnswersOptions;
  readonly #now: () => number;

  constructor(options: StatisticsAnswersOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Of all entities that the reader may see, or of those asked for.
   *
   * @param filter - `days` back from now
   */
  async of(
    filter: { entityRefs?: string[]; days: number },
    view: ReaderView,
  ): Promise<IncidentStatistics> {
    const { store, statistics } = this.#options;
    const to = this.#now();
    const span = { from: to - filter.days * MILLISECONDS_PER_DAY, to };
    const entityRefs = [
      ...(await view.visible(
        filter.entityRefs ?? (await store.incidentEntityRefs()),
      )),
    ];
    const [incidents, repeated] = await Promise.all([
      statistics.incidentFacts(entityRefs, span.from),
      statistics.repeatedFields(entityRefs, span.from, MAX_REPEATED),
    ]);
    return {
      from: toIso(span.from),
      to: toIso(span.to),
      total: figuresOf(incidents, span),
      byEntity: [...groupBy(incidents, one => one.entityRef)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([entityRef, own]) => ({
          entityRef,
          figures: figuresOf(own, span),
        })),
      byCause: Object.entries(CAUSES).flatMap(([cause, title]) => {
        const own = incidents.filter(one => one.causeClass === cause);
        return own.length === 0
          ? []
          : [
              {
                cause: own[0].causeClass,
                title,
                figures: figuresOf(own, span),
              },
            ];
      }),
      repeated: repeated.map(toRepeated),
    };
  }
}

function toRepeated(
  field: RepeatedField,
): IncidentStatistics['repeated'][number] {
  const { entityRef, ref, path, count, adopted, reverted, lives } = field;
  return {
    entityRef,
    object: toManifestRef(ref),
    path,
    count,
    adopted,
    reverted,
    medianLifeSeconds: summariseDurations(lives).medianSeconds,
  };
}

function groupBy(
  incidents: readonly IncidentFacts[],
  key: (incident: IncidentFacts) => string,
): Map<string, IncidentFacts[]> {
  const groups = new Map<string, IncidentFacts[]>();
  for (const incident of incidents) {
    groups.set(key(incident), [...(groups.get(key(incident)) ?? []), incident]);
  }
  return groups;
}
