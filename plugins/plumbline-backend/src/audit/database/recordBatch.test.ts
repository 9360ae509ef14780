import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { AuditEvent } from '@plumbline/kube-audit';
import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import type { QuarantinedItem } from '../AuditStore';
import type { StoredAuditEvent } from '../StoredAuditEvent';
import {
  acceptSamples,
  sampleAuditEvent,
} from '../__testUtils__/sampleAuditEvents';
import { DatabaseAuditStore } from './DatabaseAuditStore';

const databases = createTestDatabases();
const all = { routine: 'show' } as const;
const firstPage = { limit: 50 };

const at = (seconds: number): AuditEvent => {
  const time = new Date(Date.UTC(2026, 10, 20, 10) + seconds * 1000);
  const stamp = time.toISOString().replace('Z', '000Z');
  return { requestReceivedTimestamp: stamp, stageTimestamp: stamp };
};

const garbage = (digest: string): QuarantinedItem => ({
  cluster: 'prod',
  reason: 'is not JSON',
  excerpt: '{"ki',
  digest,
  bytes: 4,
});

describe.each(databases.eachSupportedId())('storing audit events on %s', id => {
  async function create(databaseId: TestDatabaseId = id) {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    return { knex, store: new DatabaseAuditStore(knex) };
  }

  async function countOf(knex: Knex, table: string): Promise<number> {
    const [{ count }] = await knex(table).count({ count: '*' });
    return Number(count);
  }

  it('stores a batch once, however often and however parallel it comes', async () => {
    const { knex, store } = await create();
    const events = [0, 1, 2].map(second => sampleAuditEvent(at(second)));
    const record = async () =>
      store.record(
        'prod',
        await acceptSamples('prod', events),
        [garbage('a'), garbage('a')],
        [],
      );

    const results = await Promise.all([record(), record(), record()]);

    const sum = (key: 'stored' | 'duplicates' | 'quarantined') =>
      results.reduce((total, result) => total + result[key], 0);
    expect([sum('stored'), sum('duplicates'), sum('quarantined')]).toEqual([
      3, 6, 6,
    ]);
    expect(await countOf(knex, 'audit_events')).toBe(3);
    expect(await countOf(knex, 'audit_event_bodies')).toBe(3);
    expect(await countOf(knex, 'audit_quarantine')).toBe(1);
    expect(await store.lastSequence()).toBe(3);
    expect(await store.feeds()).toEqual([
      {
        cluster: 'prod',
        lastReceivedAt: expect.any(Number),
        lastEventAt: Date.UTC(2026, 10, 20, 10, 0, 2),
        stored: 3,
        duplicates: 6,
        quarantined: 1,
      },
    ]);
    expect(await store.daysWithEvents(['prod'], '2026-01-01')).toEqual([
      { cluster: 'prod', day: '2026-11-20', count: 3 },
    ]);
  });

  it('keeps two events with one audit ID and the same event of two clusters', async () => {
    const { store } = await create();
    const event = sampleAuditEvent({ auditID: 'chosen-by-the-client' });
    const other = { ...event, user: { username: 'mallory', groups: [] } };
    for (const cluster of ['prod', 'staging']) {
      await store.record(
        cluster,
        await acceptSamples(cluster, [event, other]),
        [],
        [],
      );
    }
    const { items } = await store.search(all, firstPage);
    expect(items.map(item => [item.cluster, item.actor.name])).toEqual(
      expect.arrayContaining([
        ['prod', 'jane@example.com'],
        ['prod', 'mallory'],
        ['staging', 'jane@example.com'],
        ['staging', 'mallory'],
      ]),
    );
  });

  it('gives back what it was given', async () => {
    const { store } = await create();
    const [accepted] = await acceptSamples('prod', [sampleAuditEvent()]);
    await store.record('prod', [accepted], [], []);
    const stored = await store.get(accepted.id);
    expect(stored).toEqual({
      ...JSON.parse(JSON.stringify(accepted)),
      sequence: 1,
      receivedAt: expect.any(Number),
      rules: [...accepted.rules].sort((a, b) => a.id.localeCompare(b.id)),
    });
    expect(await store.get('nothing')).toBeUndefined();
  });

  it('survives NUL, lone surrogates, prototype keys and ids of any length', async () => {
    const { store } = await create();
    const hostile = sampleAuditEvent({
      ...at(1),
      auditID: 'x'.repeat(900_000),
      userAgent: 'a\u0000b\ud800c',
      objectRef: {
        resource: 'deployments',
        namespace: `shop\u0000`,
        name: `\ud83d\ude00${'n'.repeat(5000)}`,
        apiGroup: 'apps',
        apiVersion: 'v1',
      },
      requestObject: JSON.parse(
        '{"__proto__":{"polluted":true},"metadata":{"labels":{"constructor":"x","a":"\\u0000"}}}',
      ),
    });
    const accepted = await acceptSamples('prod', [hostile, sampleAuditEvent()]);
    const result = await store.record('prod', accepted, [], []);
    expect(result.stored).toBe(2);
    const { items } = await store.search(all, firstPage);
    const [stored] = await store.getMany([items[0].id]);
    expect(stored.event.auditID.length).toBeLessThanOrEqual(255);
    expect(stored.event.userAgent).toBe('a␀b\ufffdc');
    expect(stored.event.object?.namespace).toBe('shop␀');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const body = stored.event.event.requestObject as object;
    expect(Object.keys(body)).toContain('__proto__');
  });

  it('rolls everything back when a participant throws', async () => {
    const { knex, store } = await create();
    const accepted = await acceptSamples('prod', [sampleAuditEvent()]);
    const afterCommit = jest.fn();
    await expect(
      store.record(
        'prod',
        accepted,
        [garbage('a')],
        [
          {
            inTransaction: async () => {
              throw new Error('friction is down');
            },
            afterCommit,
          },
        ],
      ),
    ).rejects.toThrow('friction is down');
    expect(await countOf(knex, 'audit_events')).toBe(0);
    expect(await countOf(knex, 'audit_quarantine')).toBe(0);
    expect(await store.lastSequence()).toBe(0);
    expect(await store.feeds()).toEqual([]);
    expect(afterCommit).not.toHaveBeenCalled();
  });

  it('gives participants the new events only', async () => {
    const { store } = await create();
    const given: StoredAuditEvent[][] = [];
    const participant = {
      afterCommit: (e: StoredAuditEvent[]) => given.push(e),
    };
    const first = await acceptSamples('prod', [sampleAuditEvent(at(0))]);
    const second = await acceptSamples('prod', [sampleAuditEvent(at(1))]);
    await store.record('prod', first, [], [participant]);
    await store.record('prod', [...first, ...second], [], [participant]);
    await store.record('prod', first, [], [participant]);
    expect(given.map(events => events.map(event => event.id))).toEqual([
      [first[0].id],
      [second[0].id],
    ]);
  });

  it('removes what is old, and keeps what is evidence', async () => {
    const { knex, store } = await create();
    const events = await acceptSamples(
      'prod',
      [0, 1, 2].map(second => sampleAuditEvent(at(second))),
    );
    await store.record('prod', events, [garbage('a')], []);
    const later = Date.now() + 60_000;
    expect(await store.removeBefore(0, new Set())).toBe(0);
    expect(await store.removeBefore(later, new Set([events[1].id]))).toBe(2);
    const { items } = await store.search(all, firstPage);
    expect(items.map(item => item.id)).toEqual([events[1].id]);
    expect(await countOf(knex, 'audit_event_bodies')).toBe(1);
    expect(await countOf(knex, 'audit_quarantine')).toBe(0);
    expect(await store.daysWithEvents(['prod'], '2026-01-01')).toHaveLength(1);
  });

  it('pages through quarantine', async () => {
    const { store } = await create();
    await store.record('prod', [], ['a', 'b', 'c'].map(garbage), []);
    const first = await store.listQuarantine({}, { limit: 2 });
    const second = await store.listQuarantine(
      { clusters: ['prod'] },
      { limit: 2, cursor: first.nextCursor },
    );
    const digests = [...first.items, ...second.items].map(item => item.digest);
    expect(digests.sort()).toEqual(['a', 'b', 'c']);
    expect(second.nextCursor).toBeUndefined();
    expect(
      await store.listQuarantine({ clusters: ['x'] }, { limit: 2 }),
    ).toEqual({ items: [], nextCursor: undefined });
  });
});
