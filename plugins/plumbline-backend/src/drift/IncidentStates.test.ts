import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate } from '../database';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { NOON, storedTarget } from './database/__testUtils__/storedTarget';
import { IncidentStates } from './IncidentStates';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('IncidentStates on %s', id => {
  let knex: Knex;
  let stored: Awaited<ReturnType<typeof storedTarget>>;
  const clock = { now: NOON };

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    stored = await storedTarget(knex);
    clock.now = NOON;
    await stored.open({
      state: 'acknowledged',
      acknowledgement: {
        by: 'user:default/omar',
        at: NOON,
        until: NOON + 1000,
      },
    });
  });

  const replica = () => {
    const told: string[] = [];
    const states = new IncidentStates({
      store: stored.store,
      auditor: mockServices.auditor.mock(),
      pages: { send: channel => void told.push(channel) },
      now: () => clock.now,
    });
    return { states, told };
  };
  const lapses = async () =>
    (await stored.store.incidentHistory('incident')).filter(
      ({ kind }) => kind === 'refreshed',
    );

  it('opens what was acknowledged for a time, once it is over', async () => {
    const { states, told } = replica();
    clock.now = NOON + 999;
    expect(await states.lapseDue()).toBe(0);
    clock.now = NOON + 1000;
    expect(await states.lapseDue()).toBe(1);
    expect(await stored.store.getIncident('incident')).toMatchObject({
      state: 'open',
      acknowledgement: undefined,
    });
    expect(told).toEqual(['plumbline:drift']);
    expect(await states.lapseDue()).toBe(0);
  });

  it('tells it once, whichever replica comes first', async () => {
    clock.now = NOON + 1000;
    await Promise.all([1, 2, 3].map(() => replica().states.lapseDue()));
    expect(await lapses()).toHaveLength(1);
  });
});
