import type { ScoreParameters } from '@plumbline/backstage-plugin-plumbline-common';
import type { FrictionStore } from '../FrictionStore';
import { decayedAt, planReading, type DecayedByEntity } from './decay';

/** Reads decayed points: every score that is shown anywhere comes from here. */
export class ScoreReader {
  readonly #store: FrictionStore;
  readonly #parameters: ScoreParameters;

  constructor(store: FrictionStore, parameters: ScoreParameters) {
    this.#store = store;
    this.#parameters = parameters;
  }

  /**
   * Decayed points of entities at some times, with as few reads for many times as for one.
   *
   * @param times - milliseconds since the epoch
   * @param now - milliseconds since the epoch
   */
  async read(
    entityRefs: string[],
    times: number[],
    now: number,
  ): Promise<DecayedByEntity[]> {
    const plan = planReading(times, now, this.#parameters);
    const days = await this.#store.days(entityRefs, plan.days);
    const points = await this.#store.points(entityRefs, plan.spans);
    return times.map(time =>
      decayedAt(time, days, points, this.#parameters, now),
    );
  }
}
