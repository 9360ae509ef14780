import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { driftTables } from '../__testUtils__/driftTables';
import type { IncidentRecord } from '../records';
import {
  NOON,
  storedFinding,
  storedTarget,
} from './__testUtils__/storedTarget';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('a change by a person on %s', id => {
  let knex: Knex;
  let stored: Awaited<ReturnType<typeof storedTarget>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    stored = await storedTarget(knex);
  });

  const noted = (incident: IncidentRecord, note: string) => ({
    incident: {
      ...incident,
      reopenings: incident.reopenings + 1,
      acknowledgement: { by: 'user:default/omar', at: NOON, note },
    },
    addHistory: [],
  });

  it('crosses no other change and no run', async () => {
    const { store, commit } = stored;
    await stored.open();
    await Promise.all([
      ...['a', 'b', 'c'].map(note =>
        store.changeIncident('incident', incident => noted(incident, note)),
      ),
      commit(NOON + 1, { saveFindings: [storedFinding({ path: 'b' })] }),
    ]);
    // Each saw what the one before it wrote.
    expect(await store.getIncident('incident')).toMatchObject({
      reopenings: 3,
    });
  });

  it('of an incident that there is not changes nothing', async () => {
    const decide = jest.fn();
    expect(await stored.store.changeIncident('none', decide)).toBeUndefined();
    expect(decide).not.toHaveBeenCalled();
  });

  it('that is refused leaves nothing', async () => {
    await stored.open();
    const before = await driftTables(knex);
    await expect(
      stored.store.changeIncident('incident', () => {
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await driftTables(knex)).toEqual(before);
  });

  it('finds acknowledgements whose time is over, at the instant', async () => {
    const { store } = stored;
    const until = (incidentId: string, time: number | undefined) =>
      stored.open(
        {
          id: incidentId,
          state: 'acknowledged',
          acknowledgement: { by: 'user:default/omar', at: NOON, until: time },
        },
        { path: incidentId },
      );
    await until('over', NOON - 1);
    await until('now', NOON);
    await until('later', NOON + 1);
    await until('for-ever', undefined);
    expect(await store.lapsedAcknowledgements(NOON)).toEqual(['over', 'now']);
  });
});
