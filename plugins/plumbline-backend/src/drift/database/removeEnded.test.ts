import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { driftTables } from '../__testUtils__/driftTables';
import { incidentOf } from '../__testUtils__/findings';
import type { FindingRecord, IncidentRecord } from '../records';
import {
  NOON,
  storedFinding,
  storedTarget,
} from './__testUtils__/storedTarget';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('retention of drift on %s', id => {
  let knex: Knex;
  let stored: Awaited<ReturnType<typeof storedTarget>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    stored = await storedTarget(knex);
  });

  /** An incident with all that can hang on it. */
  const keep = async (
    incidentId: string,
    incident: Partial<IncidentRecord>,
    finding: Partial<FindingRecord> = {},
  ) => {
    const findingId = `id ${incidentId}`;
    await stored.open(
      { id: incidentId, eventIds: [`event-${incidentId}`], ...incident },
      { path: incidentId, ...finding },
    );
    await stored.commit(NOON, {
      addValues: [{ findingId, at: NOON, liveDigest: 'd' }],
    });
  };
  const resolved = (time: number): Partial<IncidentRecord> => ({
    state: 'resolved',
    resolvedAt: time,
    updatedAt: time,
  });
  const rowsLeft = async () =>
    Object.fromEntries(
      Object.entries(await driftTables(knex)).map(([table, rows]) => [
        table,
        rows.length,
      ]),
    );
  const remove = () => stored.store.removeResolvedBefore(NOON);

  it('takes what was resolved before the time, with all that hangs on it', async () => {
    await keep('old', resolved(NOON - 1), { closedAt: NOON - 1 });
    expect(await remove()).toBe(1);
    expect(await rowsLeft()).toMatchObject({
      drift_incidents: 0,
      drift_incident_history: 0,
      drift_incident_events: 0,
      drift_findings: 0,
      drift_finding_values: 0,
    });
  });

  it('leaves what was resolved at the time, and what is open however old', async () => {
    await keep('then', resolved(NOON), { closedAt: NOON });
    await keep('open', { openedAt: 1, updatedAt: 1 });
    const before = await driftTables(knex);
    expect(await remove()).toBe(0);
    expect(await driftTables(knex)).toEqual(before);
  });

  it('leaves what a run takes up again meanwhile', async () => {
    await keep('old', resolved(NOON - 1), { closedAt: NOON - 1 });
    await Promise.all([
      remove(),
      stored.commit(NOON, {
        saveIncidents: [incidentOf({ id: 'old', state: 'reopened' })],
        saveFindings: [storedFinding({ path: 'old', incidentId: 'old' })],
      }),
    ]);
    expect(await stored.store.getIncident('old')).toMatchObject({
      state: 'reopened',
    });
    expect(await stored.store.openFindings(['target'])).toMatchObject([
      { incidentId: 'old' },
    ]);
  });

  it('leaves what a rule hides, without its incident', async () => {
    await keep('old', resolved(NOON - 1), { verdict: 'ignored' });
    expect(await remove()).toBe(1);
    expect(await stored.store.openFindings(['target'])).toMatchObject([
      { verdict: 'ignored', incidentId: undefined },
    ]);
    expect(await rowsLeft()).toMatchObject({ drift_finding_values: 1 });
  });

  it('forgets what came before an incident when that goes', async () => {
    await keep('old', resolved(NOON - 1), { closedAt: NOON - 1 });
    await keep('new', { previousIncident: { id: 'old', number: 1 } });
    await remove();
    expect(await stored.store.getIncident('new')).toMatchObject({
      number: 2,
      previousIncident: undefined,
    });
  });

  it('takes any number, in chunks', async () => {
    await stored.commit(NOON, {
      newIncidents: Array.from({ length: 230 }, (_, index) =>
        incidentOf({ id: `old-${index}`, ...resolved(NOON - 1) }),
      ),
    });
    expect(await remove()).toBe(230);
    expect(await stored.store.countIncidents({ searchNames: true })).toBe(0);
  });

  it('takes differences that ended and belonged to no incident', async () => {
    const finding = (path: string, change: Partial<FindingRecord>) =>
      storedFinding({ path, verdict: 'expected', ...change });
    await stored.commit(NOON, {
      saveFindings: [
        finding('ended', { closedAt: NOON - 1 }),
        finding('just-ended', { closedAt: NOON }),
        finding('there', { lastSeenAt: 1 }),
      ],
    });
    await remove();
    expect(
      (await knex('drift_findings').orderBy('path')).map(({ path }) => path),
    ).toEqual(['just-ended', 'there']);
  });

  it('takes times in which a field was drift, once they are over', async () => {
    const episode = (findingId: string) => ({
      findingId,
      at: NOON - 100,
      entityRef: 'component:default/payments-api',
      ref: 'v1/ConfigMap/payments/config',
      path: 'data.a',
    });
    await stored.commit(NOON, {
      startEpisodes: ['over', 'just-over', 'lasting'].map(episode),
    });
    await stored.commit(NOON, {
      endEpisodes: [
        { findingId: 'over', at: NOON - 1, resolution: 'reverted' },
        { findingId: 'just-over', at: NOON, resolution: 'reverted' },
      ],
    });
    await remove();
    expect(
      await knex('drift_episodes').orderBy('finding_id').pluck('finding_id'),
    ).toEqual(['just-over', 'lasting']);
  });

  it('takes what is left of a target that is gone, when it is old enough', async () => {
    await keep('old', { updatedAt: NOON - 1 }, { lastSeenAt: NOON - 1 });
    await keep('young', { updatedAt: NOON }, { lastSeenAt: NOON - 1 });
    await stored.commit(NOON, {
      saveFindings: [
        storedFinding({
          path: 'hidden',
          verdict: 'expected',
          lastSeenAt: NOON - 1,
        }),
      ],
      startEpisodes: [
        {
          findingId: 'id old',
          at: NOON - 100,
          entityRef: 'component:default/payments-api',
          ref: 'v1/ConfigMap/payments/config',
          path: 'data.a',
        },
      ],
    });
    await stored.store.removeTargets(['target']);
    expect(await remove()).toBe(1);
    expect(await stored.store.getIncident('young')).toBeDefined();
    expect(await knex('drift_findings').pluck('path')).toEqual(['young']);
    expect(await rowsLeft()).toMatchObject({
      drift_incidents: 1,
      drift_finding_values: 1,
      drift_episodes: 0,
    });
  });
});
