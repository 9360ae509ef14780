import type { ScoreParameters } from '@plumbline/backstage-plugin-plumbline-common';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { AuditStore, LateAttribution } from '../audit';
import { DatabaseFrictionStore } from './database/DatabaseFrictionStore';
import type { EntityClusters } from './EntityClusters';
import { FrictionRecorder } from './FrictionRecorder';
import type { FrictionRules } from './FrictionRules';
import { FrictionService } from './FrictionService';
import type { FrictionStore } from './FrictionStore';
import { createFrictionRoutes, type FrictionRoutesOptions } from './routes';

/** What friction is made of. */
export interface FrictionOptions
  extends Omit<FrictionRoutesOptions, 'friction'> {
  knex: Knex;
  audit: Pick<AuditStore, 'daysWithEvents'>;
  clusters: EntityClusters;
  rules: FrictionRules;
  parameters: ScoreParameters;
}

/** The friction room, put together. */
export interface Friction {
  store: FrictionStore & LateAttribution;
  service: FrictionService;
  /** Turns audit events into friction events as they are stored. */
  recorder: FrictionRecorder;
  routes: Router;
}

/** Puts the friction room together. */
export async function createFriction(
  options: FrictionOptions,
): Promise<Friction> {
  const { knex, rules, parameters } = options;
  const store = await DatabaseFrictionStore.create(knex, parameters);
  const service = new FrictionService({ ...options, store });
  return {
    store,
    service,
    recorder: new FrictionRecorder({ store, rules }),
    routes: createFrictionRoutes({ ...options, friction: service }),
  };
}
