import type {
  EntityFriction,
  FleetFriction,
  FrictionEventPage,
  ScoreParameters,
  TrendPoint,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { AuditStore } from '../audit';
import type { PlumblineEntity } from '../catalog';
import type { ReaderView } from '../permissions';
import { EntityFrictionAnswer } from './answers/EntityFrictionAnswer';
import {
  FleetFrictionAnswer,
  type FleetQuery,
} from './answers/FleetFrictionAnswer';
import {
  frictionEvents,
  type FrictionEventsQuery,
} from './answers/frictionEvents';
import type { EntityClusters } from './EntityClusters';
import type { FrictionRules } from './FrictionRules';
import type { FrictionStore } from './FrictionStore';
import type { EntityScore } from './score/EntityScore';
import { FrictionScores } from './score/FrictionScores';
import { ScoreReader } from './score/ScoreReader';

/** How often people go round the platform to get their work done, by service. All times are milliseconds since the epoch. */
export class FrictionService {
  readonly #store: FrictionStore;
  readonly #parameters: ScoreParameters;
  readonly #scores: FrictionScores;
  readonly #entity: EntityFrictionAnswer;
  readonly #fleet: FleetFrictionAnswer;

  constructor(options: {
    store: FrictionStore;
    audit: Pick<AuditStore, 'daysWithEvents'>;
    clusters: EntityClusters;
    rules: FrictionRules;
    parameters: ScoreParameters;
  }) {
    this.#store = options.store;
    this.#parameters = options.parameters;
    this.#scores = new FrictionScores({
      ...options,
      reader: new ScoreReader(options.store, options.parameters),
    });
    this.#entity = new EntityFrictionAnswer({
      ...options,
      scores: this.#scores,
    });
    this.#fleet = new FleetFrictionAnswer(this.#scores);
  }

  /** Scores now; every entity that was asked for has one or a reason. */
  async scoresOf(
    entityRefs: string[],
    now: number,
  ): Promise<Map<string, EntityScore>> {
    return this.#scores.scoresOf(entityRefs, now);
  }

  /** Scores at the end of each of the last UTC days, today's being the score now. */
  async dailyScores(
    entityRefs: string[],
    days: number,
    now: number,
  ): Promise<Map<string, TrendPoint[]>> {
    return this.#scores.dailyScores(entityRefs, days, now);
  }

  /** @throws InputError for an unknown time zone */
  async entityFriction(
    entityRef: string,
    options: { days: number; timeZone: string; now: number },
  ): Promise<EntityFriction> {
    return this.#entity.of(entityRef, options);
  }

  /** @throws InputError for an unknown time zone or a forged cursor */
  async events(
    query: FrictionEventsQuery,
    view: ReaderView,
    now: number,
  ): Promise<FrictionEventPage> {
    return frictionEvents(this.#store, query, {
      view,
      parameters: this.#parameters,
      now,
    });
  }

  /** @param entities - those that the reader may see. @throws InputError for a forged cursor */
  async fleet(
    entities: PlumblineEntity[],
    query: FleetQuery,
    now: number,
  ): Promise<FleetFriction> {
    return this.#fleet.of(entities, query, now);
  }
}
