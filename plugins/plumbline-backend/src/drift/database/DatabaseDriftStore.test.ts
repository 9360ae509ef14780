import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { driftTables } from '../__testUtils__/driftTables';
import { incidentOf } from '../__testUtils__/findings';
import { LateRunError, REOPEN_WITHIN } from '../DriftStore';
import type { FindingValueRecord, IncidentRecord } from '../records';
import {
  changesOf,
  NOON,
  storedFinding,
  storedTarget,
} from './__testUtils__/storedTarget';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const FINDING = storedFinding();

describe.each(databases.eachSupportedId())('DatabaseDriftStore on %s', id => {
  let knex: Knex;
  let stored: Awaited<ReturnType<typeof storedTarget>>;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    stored = await storedTarget(knex);
  });

  const valueAt = (at: number): FindingValueRecord => ({
    findingId: FINDING.id,
    at,
    liveDigest: `digest-${at}`,
    manager: 'kubectl-edit',
    value: { replicas: at },
  });
  const values = async () =>
    (await stored.store.readState('target', NOON))?.values;

  describe('values of a finding', () => {
    it('are kept up to twenty, the newest, whether they come one by one or together', async () => {
      await stored.open();
      for (const at of [1, 2, 3]) {
        await stored.commit(NOON, { addValues: [valueAt(at)] });
      }
      expect(await values()).toEqual([1, 2, 3].map(valueAt));
      const many = Array.from({ length: 20 }, (_, index) => valueAt(index + 4));
      await stored.commit(NOON, { addValues: many.slice(0, 17) });
      expect((await values())?.map(({ at }) => at)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
      await stored.commit(NOON, { addValues: many.slice(17) });
      expect((await values())?.map(({ at }) => at)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 4),
      );
    });

    it('are not kept for another finding instead', async () => {
      await stored.open();
      const other = storedFinding({ path: 'spec.paused' });
      await stored.commit(NOON, {
        saveFindings: [other],
        addValues: [{ ...valueAt(1), findingId: other.id }],
      });
      const many = Array.from({ length: 25 }, (_, index) => valueAt(index + 2));
      await stored.commit(NOON, { addValues: many });
      expect(await values()).toHaveLength(21);
    });
  });

  describe('what ended', () => {
    const ended = (time: number) =>
      stored.commit(time, {
        saveFindings: [{ ...FINDING, incidentId: 'incident', closedAt: time }],
        saveIncidents: [
          incidentOf({ state: 'resolved', resolvedAt: time, number: 1 }),
        ],
      });

    it('is taken up again for thirty days, to the millisecond', async () => {
      await stored.open();
      await ended(NOON);
      const last = await stored.store.readState('target', NOON + REOPEN_WITHIN);
      expect(last).toMatchObject({
        findings: [{ id: FINDING.id }],
        incidents: [{ id: 'incident' }],
        formerIncidents: [],
      });
      const late = await stored.store.readState(
        'target',
        NOON + REOPEN_WITHIN + 1,
      );
      expect(late).toMatchObject({
        findings: [],
        incidents: [],
        formerIncidents: [
          { fingerprint: FINDING.fingerprint, id: 'incident', number: 1 },
        ],
      });
    });

    it('makes room for the same difference, and stays with its incident', async () => {
      await stored.open();
      await ended(NOON);
      const again = storedFinding({ id: 'again', incidentId: 'second' });
      await stored.commit(NOON + REOPEN_WITHIN + 1, {
        newIncidents: [
          incidentOf({
            id: 'second',
            previousIncident: { id: 'incident', number: 1 },
          }),
        ],
        saveFindings: [again],
      });
      const found = await stored.store.findingsOfIncidents(
        ['incident', 'second'],
        200,
      );
      expect(found.get('incident')).toMatchObject([{ id: FINDING.id }]);
      expect(found.get('second')).toMatchObject([
        { id: 'again', fingerprint: FINDING.fingerprint },
      ]);
      expect(await stored.store.getIncident('second')).toMatchObject({
        number: 2,
        previousIncident: { id: 'incident', number: 1 },
      });
    });
  });

  describe('a run', () => {
    it('that is late leaves nothing', async () => {
      const { store } = stored;
      const late = await store.queueRun('target', 'schedule', NOON);
      const newer = await store.queueRun('target', 'schedule', NOON);
      await store.commitRun(newer, NOON, () => changesOf(NOON));
      const before = await driftTables(knex);
      const decide = jest.fn(() =>
        changesOf(NOON + 1, { newIncidents: [incidentOf()] }),
      );
      await expect(store.commitRun(late, NOON + 1, decide)).rejects.toThrow(
        LateRunError,
      );
      expect(decide).not.toHaveBeenCalled();
      expect(await driftTables(knex)).toEqual(before);
      await expect(store.commitRun(newer, NOON, decide)).rejects.toThrow(
        LateRunError,
      );
    });

    it('of two replicas at once stands once, and sees what the other stored', async () => {
      const { store } = stored;
      const runs = await Promise.all(
        [1, 2, 3, 4].map(() => store.queueRun('target', 'schedule', NOON)),
      );
      expect(new Set(runs.map(({ ticket }) => ticket)).size).toBe(4);
      const committed: number[] = [];
      await Promise.allSettled(
        runs.map(run =>
          store.commitRun(run, NOON, state => {
            committed.push(run.ticket);
            return changesOf(NOON, {
              newIncidents: state.incidents.length === 0 ? [incidentOf()] : [],
            });
          }),
        ),
      );
      expect(committed).toEqual([...committed].sort((a, b) => a - b));
      expect(committed.at(-1)).toBe(Math.max(...runs.map(run => run.ticket)));
      expect(await store.countIncidents({ searchNames: true })).toBe(1);
    });

    it('that fails at its last statement leaves nothing, not even a number', async () => {
      const { store, commit } = stored;
      await stored.open();
      const before = await driftTables(knex);
      const twice = {
        id: 'entry',
        incidentId: 'incident',
        time: NOON,
        kind: 'refreshed' as const,
        text: 'twice',
      };
      await expect(
        commit(NOON + 1, {
          saveFindings: [storedFinding({ path: 'spec.paused' })],
          newIncidents: [incidentOf({ id: 'lost' })],
          addValues: [valueAt(1)],
          addHistory: [twice, twice],
        }),
      ).rejects.toThrow();
      const after = await driftTables(knex);
      expect(after).toEqual({
        ...before,
        // The ticket was drawn in a transaction of its own.
        drift_targets: after.drift_targets,
      });
      await commit(NOON + 2, { newIncidents: [incidentOf({ id: 'second' })] });
      expect(await store.getIncident('second')).toMatchObject({ number: 2 });
    });

    it('of a target that is gone is refused', async () => {
      const { store } = stored;
      const run = await store.queueRun('target', 'schedule', NOON);
      await store.removeTargets(['target']);
      await expect(
        store.commitRun(run, NOON, () => changesOf(NOON)),
      ).rejects.toThrow(LateRunError);
    });
  });

  it('lists at most as many findings of an incident as asked for; its count is exact', async () => {
    const { store } = stored;
    await stored.open({ findingCount: 230 }, { path: 'p0' });
    const more = Array.from({ length: 229 }, (_, index) =>
      storedFinding({ path: `p${index + 1}`, incidentId: 'incident' }),
    );
    await stored.commit(NOON, { saveFindings: more });
    const found = await store.findingsOfIncidents(['incident'], 200);
    expect(found.get('incident')).toHaveLength(200);
    expect((await store.getIncident('incident'))?.findingCount).toBe(230);
  });

  it('lists incidents by when they began, page by page', async () => {
    const began = (name: string, at: number, causedAt?: number) =>
      incidentOf({ id: name, begin: { at, basis: 'first-seen' }, causedAt });
    await stored.commit(NOON, {
      newIncidents: [
        began('seen', NOON),
        began('committed', NOON - 20),
        began('written', NOON - 10, NOON - 10),
      ],
    });
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await stored.store.listIncidents(
        { searchNames: false },
        { cursor, limit: 1 },
      );
      listed.push(...page.items.map(incident => incident.id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(listed).toEqual(['seen', 'written', 'committed']);
  });

  it('gives every field of an incident back as it was', async () => {
    const full: IncidentRecord = incidentOf({
      state: 'reopened',
      level: 'proven',
      principals: ['jane@example.com'],
      people: ['jane@example.com'],
      causeClass: 'fight',
      cause: { commit: { sha: '1', time: NOON } },
      grouping: { key: 'same-actor', text: 'One actor', objects: 2 },
      fight: {
        managers: ['a', 'b'],
        path: 'spec.replicas',
        since: NOON,
        turns: 3,
        values: [3, '5', { a: null }],
      },
      eventIds: ['event'],
      begin: { at: NOON - 5, basis: 'proven-write' },
      causedAt: NOON - 5,
      acknowledgement: {
        by: 'user:default/omar',
        at: NOON,
        note: "It's “ours”",
        until: NOON + 1,
      },
      firstAcknowledgedAt: NOON,
      unverifiedSince: NOON,
      resolvedAt: NOON + 9,
      resolution: 'reverted',
      reopenings: 2,
      reopenedTimes: [NOON, NOON + 1],
      previousIncident: { id: 'before', number: 7 },
    });
    await stored.commit(NOON, { newIncidents: [full] });
    expect(await stored.store.getIncident('incident')).toEqual(full);
  });
});
