import type { IgnoreRuleInput } from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';
import {
  CONFIG,
  DEPLOYMENT,
  entityOf,
  liveConfig,
  liveDeployment,
  scaleEvent,
} from './driftFixture';
import { HIDDEN, startIgnoreRules } from './startIgnoreRules';

export const MINUTE = 60_000;

/** What a person says of a rule: for `spec.replicas`, unless the test says otherwise. */
export const ruleInput = (change: Partial<IgnoreRuleInput> = {}) => ({
  name: 'Scaled by hand',
  reason: 'Load test',
  path: 'spec.replicas',
  ...change,
});

/**
 * Two services of which the reader sees one. Both were scaled, have another image and another timeout.
 *
 * @param denied - names of permissions that the reader lacks
 */
export async function startDriftingServices(knex: Knex, denied: string[] = []) {
  const started = await startIgnoreRules(knex, denied);
  const { clock, cluster, queue, repository, store } = started;
  await repository.commit(
    { 'deploy/prod/all.yaml': `${DEPLOYMENT}---\n${CONFIG}` },
    'Deploy payments',
  );
  const [{ id: visible }] = await started.declare();
  const [{ id: hidden }] = await started.declare({
    ...entityOf(),
    entityRef: HIDDEN,
  });
  cluster.set(
    liveDeployment({
      replicas: 5,
      image: 'registry.example.com/other:1',
      managers: [
        {
          manager: 'kubectl-edit',
          operation: 'Update',
          time: '2026-11-20T14:00:00Z',
          fieldsType: 'FieldsV1',
          fieldsV1: { 'f:spec': { 'f:replicas': {} } },
        },
      ],
    }),
  );
  cluster.set(liveConfig('8000'));
  started.audit.events.push(scaleEvent({ time: clock.now + 1_000 }));
  await started.look(visible);
  await started.look(hidden);
  return {
    ...started,
    /** Target of the service that the reader sees. */
    visible,
    /** Target of the other one. */
    hidden,
    /** Verdict, or name of the rule that hides it, by path. */
    verdictsOf: async (target: string) =>
      Object.fromEntries(
        (await store.openFindings([target])).map(
          ({ path, verdict, suppression }) => [
            path,
            suppression?.name ?? verdict,
          ],
        ),
      ),
    ignoredOf: async (target: string) =>
      (await store.openFindings([target])).filter(
        ({ verdict }) => verdict === 'ignored',
      ).length,
    /** Time goes on, and all that waits is looked at. */
    settle: async () => {
      clock.now += MINUTE;
      await queue.idle();
    },
    stop: async () => {
      await queue.idle();
      await repository.remove();
    },
  };
}
