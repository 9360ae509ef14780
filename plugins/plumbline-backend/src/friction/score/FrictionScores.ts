import {
  type ScoreParameters,
  type TrendPoint,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { AuditStore } from '../../audit';
import type { FrictionRules } from '../FrictionRules';
import type { EntityClusters } from '../EntityClusters';
import { DAY, startOfDay } from './decay';
import { scoreOf, type EntityScore } from './EntityScore';
import type { ScoreReader } from './ScoreReader';

/** Scores of entities, with the reason where there is none. */
export class FrictionScores {
  readonly #reader: ScoreReader;
  readonly #rules: FrictionRules;
  readonly #parameters: ScoreParameters;
  readonly #audit: Pick<AuditStore, 'daysWithEvents'>;
  readonly #clusters: EntityClusters;

  constructor(options: {
    reader: ScoreReader;
    rules: FrictionRules;
    parameters: ScoreParameters;
    audit: Pick<AuditStore, 'daysWithEvents'>;
    clusters: EntityClusters;
  }) {
    this.#reader = options.reader;
    this.#rules = options.rules;
    this.#parameters = options.parameters;
    this.#audit = options.audit;
    this.#clusters = options.clusters;
  }

  /** Scores now; every entity that was asked for has one or a reason. */
  async scoresOf(
    entityRefs: string[],
    now: number,
  ): Promise<Map<string, EntityScore>> {
    const [scores] = await this.scoresAt(entityRefs, [now], now);
    return scores;
  }

  /** Scores at some times, by the events until then. Times and `now` are milliseconds since the epoch. */
  async scoresAt(
    entityRefs: string[],
    times: number[],
    now: number,
  ): Promise<Map<string, EntityScore>[]> {
    if (entityRefs.length === 0) {
      return times.map(() => new Map());
    }
    const states = await this.#statesOf(entityRefs, now);
    const decayed = await this.#reader.read(entityRefs, times, now);
    return decayed.map(
      byEntity =>
        new Map(
          entityRefs.map(ref => {
            const rules = byEntity.get(ref);
            const state = states.get(ref);
            const score = scoreOf(rules, this.#rules, this.#parameters);
            if (score.eventCount > 0) {
              return [ref, { state: 'scored', score }];
            }
            return state ? [ref, state] : [ref, { state: 'quiet', score }];
          }),
        ),
    );
  }

  /**
   * Scores at the end of each UTC day, today's being the score now; days are the last `days` ones. A day before the first
   * audit event of the entity's clusters has no value: nothing is known of it.
   */
  async dailyScores(
    entityRefs: string[],
    days: number,
    now: number,
  ): Promise<Map<string, TrendPoint[]>> {
    const today = startOfDay(now);
    const starts = Array.from(
      { length: days },
      (_, i) => today - (days - 1 - i) * DAY,
    );
    const ends = starts.map(start => Math.min(start + DAY, now));
    const scores = await this.scoresAt(entityRefs, ends, now);
    const firstDays = await this.#firstDaysOf(entityRefs);
    return new Map(
      entityRefs.map(ref => [
        ref,
        starts.map((start, i) => {
          const day = utcDay(start);
          const firstDay = firstDays.get(ref);
          return {
            day,
            value:
              firstDay !== undefined && day >= firstDay
                ? scores[i].get(ref)?.score?.score
                : undefined,
          };
        }),
      ]),
    );
  }

  /** Entities of which nothing can be said unless an event speaks for them. */
  async #statesOf(
    entityRefs: string[],
    now: number,
  ): Promise<Map<string, EntityScore>> {
    const clusters = await this.#clusters.clustersOf(entityRefs);
    const fed = await this.#clustersWithEvents(
      [...new Set([...clusters.values()].flat())],
      now,
    );
    const states = new Map<string, EntityScore>();
    for (const ref of entityRefs) {
      const own = clusters.get(ref) ?? [];
      if (own.length === 0) {
        states.set(ref, {
          state: 'not-resolved',
          reason:
            'No object of a known cluster belongs to it: no audit event was given to it, and no manifest path or label leads to it',
        });
      } else if (!own.some(cluster => fed.has(cluster))) {
        states.set(ref, {
          state: 'no-feed',
          reason: `No audit events of ${own.join(', ')} arrived in the last ${
            this.#parameters.windowDays
          } days`,
        });
      }
    }
    return states;
  }

  /** First UTC day on which audit events of an entity's clusters arrived; absent when none did. */
  async #firstDaysOf(entityRefs: string[]): Promise<Map<string, string>> {
    const clusters = await this.#clusters.clustersOf(entityRefs);
    const days = await this.#audit.daysWithEvents(
      [...new Set([...clusters.values()].flat())],
      '',
    );
    const firstDays = new Map<string, string>();
    for (const ref of entityRefs) {
      const own = clusters.get(ref) ?? [];
      const [first] = days
        .filter(({ cluster }) => own.includes(cluster))
        .map(({ day }) => day)
        .sort();
      if (first !== undefined) firstDays.set(ref, first);
    }
    return firstDays;
  }

  async #clustersWithEvents(
    clusters: string[],
    now: number,
  ): Promise<Set<string>> {
    const oldest = new Date(now - this.#parameters.windowDays * DAY);
    const days = await this.#audit.daysWithEvents(
      clusters,
      utcDay(oldest.getTime()),
    );
    return new Set(days.map(({ cluster }) => cluster));
  }
}

function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
