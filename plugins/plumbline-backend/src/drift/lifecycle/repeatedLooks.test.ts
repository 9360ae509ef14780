import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { driftTables } from '../__testUtils__/driftTables';
import {
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
  scaleEvent,
  type DriftFixture,
} from '../__testUtils__/driftFixture';
import { createPaymentsFixture } from '../__testUtils__/paymentsFixture';
import { ruleOf } from '../__testUtils__/ignoreRules';

const databases = createTestDatabases();
jest.setTimeout(120_000);

type Tables = Awaited<ReturnType<typeof driftTables>>;

/** When it was looked and compared, and which run that was; all else must stay as it is. */
const LOOKED = new Set([
  'looked_at',
  'good_at',
  'compared_at',
  'clean_at',
  'last_seen_at',
  'ticket',
  'committed_ticket',
]);

function withoutLooks(tables: Tables): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map(row =>
        Object.fromEntries(
          Object.entries(row).filter(([column]) => !LOOKED.has(column)),
        ),
      ),
    ]),
  );
}

describe.each(databases.eachSupportedId())('looking again on %s', id => {
  let knex: Knex;
  let fixture: DriftFixture;
  let targetId: string;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    ({ fixture, targetId } = await createPaymentsFixture(knex));
    await fixture.look(targetId);
  });

  afterEach(() => fixture.repository.remove());

  const scaled = () => {
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    fixture.audit.events.push(
      scaleEvent({ time: fixture.clock.now + 30_000, replicas: 5 }),
    );
  };

  /** Brings a state about that five more looks are to leave as it is. */
  const SITUATIONS: [string, () => Promise<void> | void][] = [
    ['nothing that differs', () => {}],
    ['a write by hand', scaled],
    [
      'a write by hand and a value that nobody is known to have written',
      () => {
        scaled();
        fixture.cluster.set(liveConfig('8000'));
      },
    ],
    [
      'a missing object',
      () => fixture.cluster.delete('configmaps', 'payments', 'payments-config'),
    ],
    [
      'an ignored difference',
      async () => {
        scaled();
        await fixture.ignoreRules.create(ruleOf());
      },
    ],
    [
      'a commit that waits',
      async () => {
        await fixture.repository.commit(
          {
            'deploy/prod/deployment.yaml': DEPLOYMENT.replace(
              'replicas: 3',
              'replicas: 4',
            ),
          },
          'Grow',
        );
      },
    ],
    [
      'a cluster that does not answer',
      async () => {
        scaled();
        await fixture.look(targetId);
        fixture.cluster.faults.set('*', 'unreachable');
      },
    ],
    [
      'something that ended',
      async () => {
        scaled();
        await fixture.look(targetId);
        fixture.cluster.set(liveDeployment());
      },
    ],
  ];

  it.each(SITUATIONS)(
    'five times at %s writes nothing but that it was looked',
    async (_, bringAbout) => {
      await bringAbout();
      await fixture.look(targetId);
      const before = withoutLooks(await driftTables(knex));
      for (let look = 0; look < 5; look += 1) {
        await fixture.look(targetId);
      }
      expect(withoutLooks(await driftTables(knex))).toEqual(before);
    },
  );
});
