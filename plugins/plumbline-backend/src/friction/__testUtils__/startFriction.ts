import {
  DEFAULT_SCORE_PARAMETERS,
  POINTS_BY_SEVERITY,
} from '@plumbline/backstage-plugin-plumbline-common';
import { defaultRuleSet } from '@plumbline/kube-audit';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { DatabaseFrictionStore } from '../database/DatabaseFrictionStore';
import { FrictionRules } from '../FrictionRules';
import { FrictionService } from '../FrictionService';
import type { FrictionEventRecord } from '../FrictionStore';
import { DAY } from '../score/decay';
import { sampleFriction } from './sampleFriction';

const databases = createTestDatabases();
/** A Friday. */
export const NOW = Date.UTC(2026, 10, 20, 15, 30);
export const CART = 'component:default/cart';
export const SHOP = 'component:default/shop';
export const QUIET = 'component:default/quiet';
export const SILENT = 'component:default/silent';
export const UNKNOWN = 'component:default/unknown';

const clusters = new Map([
  [CART, ['prod', 'staging']],
  [SHOP, ['prod']],
  [QUIET, ['prod']],
  [SILENT, ['dark']],
]);

/** `prod` sends since ten days ago, `staging` sent on one of them, `dark` never. */
async function daysWithEvents(asked: string[], fromDay: string) {
  const prod = Array.from({ length: 10 }, (_, i) => ({
    cluster: 'prod',
    day: new Date(NOW - i * DAY).toISOString().slice(0, 10),
    count: 100,
  }));
  return [...prod, { cluster: 'staging', day: '2026-11-19', count: 1 }].filter(
    ({ cluster, day }) => asked.includes(cluster) && day >= fromDay,
  );
}

export async function startFriction(events: FrictionEventRecord[]) {
  const knex = await databases.init('SQLITE_3');
  await migrate(knex);
  const store = await DatabaseFrictionStore.create(
    knex,
    DEFAULT_SCORE_PARAMETERS,
  );
  await knex.transaction(transaction => store.record(transaction, events));
  return new FrictionService({
    store,
    audit: { daysWithEvents },
    clusters: { clustersOf: async () => clusters },
    rules: new FrictionRules(defaultRuleSet),
    parameters: DEFAULT_SCORE_PARAMETERS,
  });
}

export const shell = (
  ageDays: number,
  rest: Partial<FrictionEventRecord> = {},
) => sampleFriction({ time: NOW - ageDays * DAY, ...rest });

export const scaling = (
  ageDays: number,
  rest: Partial<FrictionEventRecord> = {},
) =>
  shell(ageDays, {
    ruleId: 'manual-scale',
    severity: 'medium',
    points: POINTS_BY_SEVERITY.medium,
    ...rest,
  });
