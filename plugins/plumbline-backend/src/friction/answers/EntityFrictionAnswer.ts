import {
  decayWeight,
  scoreOfShares,
  scoreShare,
  type EntityFriction,
  type ScoreParameters,
  type TrendPoint,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { AuditStore } from '../../audit';
import type { EntityClusters } from '../EntityClusters';
import type { FrictionRules } from '../FrictionRules';
import type { FrictionPoint, FrictionStore } from '../FrictionStore';
import { DAY } from '../score/decay';
import type { EntityScore } from '../score/EntityScore';
import type { FrictionScores } from '../score/FrictionScores';
import { Calendar, type LocalDay } from './calendar';
import { dayColumns } from './dayCoverage';
import { hoursOfWeek, ruleByDay } from './heatmaps';

/** Tells everything about the friction of one entity. */
export class EntityFrictionAnswer {
  readonly #store: FrictionStore;
  readonly #scores: FrictionScores;
  readonly #rules: FrictionRules;
  readonly #parameters: ScoreParameters;
  readonly #audit: Pick<AuditStore, 'daysWithEvents'>;
  readonly #clusters: EntityClusters;

  constructor(options: {
    store: FrictionStore;
    scores: FrictionScores;
    rules: FrictionRules;
    parameters: ScoreParameters;
    audit: Pick<AuditStore, 'daysWithEvents'>;
    clusters: EntityClusters;
  }) {
    this.#store = options.store;
    this.#scores = options.scores;
    this.#rules = options.rules;
    this.#parameters = options.parameters;
    this.#audit = options.audit;
    this.#clusters = options.clusters;
  }

  /**
   * @param now - milliseconds since the epoch
   * @throws InputError for an unknown time zone
   */
  async of(
    entityRef: string,
    options: { days: number; timeZone: string; now: number },
  ): Promise<EntityFriction> {
    const { now } = options;
    const calendar = new Calendar(options.timeZone);
    const days = calendar.lastDays(options.days, now);
    const [current, yesterday, weekAgo] = (
      await this.#scores.scoresAt(
        [entityRef],
        [now, now - DAY, now - 7 * DAY],
        now,
      )
    ).map(scores => scores.get(entityRef));
    const points = await this.#pointsOf(entityRef, days, now);
    const shown = points.filter(({ time }) => time >= days[0].from);
    const clusters =
      (await this.#clusters.clustersOf([entityRef])).get(entityRef) ?? [];
    const columns = dayColumns(
      days,
      clusters,
      await this.#audit.daysWithEvents(clusters, utcDay(days[0].from)),
      now,
    );
    const context = { calendar, parameters: this.#parameters, now };
    return {
      entityRef,
      state: current?.state ?? 'not-resolved',
      reason: current?.reason,
      score: current?.score?.score,
      band: current?.score?.band,
      changeSinceYesterday: change(current, yesterday),
      changeSinceWeekAgo: change(current, weekAgo),
      breakdown: current?.score?.drivers ?? [],
      sum: current?.score?.sum ?? 0,
      trend: this.#trendOf(points, days, current, now),
      heatmap: ruleByDay(shown, days, columns, this.#rules, context),
      hours: hoursOfWeek(shown, context),
      eventCount: current?.score?.eventCount ?? 0,
      notCounted: await this.#notCounted(shown, clusters, days[0].from, now),
      parameters: this.#parameters,
      updatedAt: new Date(now).toISOString(),
    };
  }

  /** Events of the shown days, and those before that still weighed on the first of them. */
  async #pointsOf(
    entityRef: string,
    days: LocalDay[],
    now: number,
  ): Promise<FrictionPoint[]> {
    const from = Math.floor(days[0].from - this.#parameters.windowDays * DAY);
    const oldest = Math.min(from, now - this.#parameters.windowDays * DAY);
    return this.#store.points(
      [entityRef],
      [{ from: Math.floor(oldest), to: Number.MAX_SAFE_INTEGER }],
    );
  }

  /** The score at the end of each local day; today's is the score now. */
  #trendOf(
    points: FrictionPoint[],
    days: LocalDay[],
    current: EntityScore | undefined,
    now: number,
  ): TrendPoint[] {
    if (current?.score === undefined) {
      return days.map(({ day }) => ({ day }));
    }
    return days.map(({ day, to }) => {
      if (to > now) {
        return { day, value: current.score?.score };
      }
      const decayed = points
        .filter(({ time }) => time <= to)
        .reduce(
          (sum, point) =>
            sum + point.points * decayWeight(point.time, to, this.#parameters),
          0,
        );
      return {
        day,
        value: scoreOfShares(scoreShare(decayed, this.#parameters)),
      };
    });
  }

  async #notCounted(
    shown: FrictionPoint[],
    clusters: string[],
    from: number,
    now: number,
  ): Promise<EntityFriction['notCounted']> {
    const { windowDays } = this.#parameters;
    const old = shown.filter(
      ({ time }) => time < now - windowDays * DAY,
    ).length;
    const unattributed = await this.#store.countUnattributed(clusters, {
      from,
      to: Number.MAX_SAFE_INTEGER,
    });
    return [
      { reason: `Older than ${windowDays} days`, count: old },
      {
        reason: `On ${clusters.join(
          ', ',
        )}, but of objects that belong to no entity or to several`,
        count: unattributed,
      },
    ].filter(({ count }) => count > 0);
  }
}

function change(
  current: EntityScore | undefined,
  before: EntityScore | undefined,
): number | undefined {
  return current?.score && before?.score
    ? current.score.score - before.score.score
    : undefined;
}

function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
