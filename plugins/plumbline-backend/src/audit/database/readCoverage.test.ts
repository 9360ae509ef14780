import type { AuditEvent } from '@plumbline/kube-audit';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  acceptSamples,
  sampleAuditEvent,
} from '../__testUtils__/sampleAuditEvents';
import { DatabaseAuditStore } from './DatabaseAuditStore';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const START = Date.UTC(2026, 10, 20, 10);
const MINUTE = 60_000;

const at = (minutes: number): AuditEvent => {
  const time = new Date(START + minutes * MINUTE);
  const stamp = time.toISOString().replace('Z', '000Z');
  return { requestReceivedTimestamp: stamp, stageTimestamp: stamp };
};

describe.each(databases.eachSupportedId())('coverage on %s', id => {
  async function storeWith(minutes: number[]) {
    const knex = await databases.init(id);
    await migrate(knex);
    const store = new DatabaseAuditStore(knex);
    const events = await acceptSamples(
      'prod-eu',
      minutes.map(minute => sampleAuditEvent(at(minute))),
    );
    await store.record('prod-eu', events, [], []);
    return { store, knex };
  }

  const span = (from: number, to: number) => ({
    cluster: 'prod-eu',
    from: START + from * MINUTE,
    to: START + to * MINUTE,
    silentAfter: 15 * MINUTE,
  });

  it('finds silence between two events and after the last, but not before the first', async () => {
    const { store } = await storeWith([0, 10, 20, 50, 55, 60]);
    expect(await store.coverage(span(-120, 80))).toEqual({
      firstEventAt: START,
      silences: [
        { from: START + 20 * MINUTE, to: START + 50 * MINUTE },
        { from: START + 60 * MINUTE, to: START + 80 * MINUTE },
      ],
      unreadable: [],
    });
    expect((await store.coverage(span(52, 70))).silences).toEqual([]);
    expect((await store.coverage(span(30, 52))).silences).toEqual([
      { from: START + 20 * MINUTE, to: START + 50 * MINUTE },
    ]);
  });

  it('looks for silence only when asked, and at one cluster', async () => {
    const { store } = await storeWith([0, 50]);
    const { silentAfter, ...rest } = span(0, 50);
    expect(silentAfter).toBe(15 * MINUTE);
    expect((await store.coverage(rest)).silences).toEqual([]);
    expect(await store.coverage({ ...span(0, 50), cluster: 'other' })).toEqual({
      firstEventAt: undefined,
      silences: [],
      unreadable: [],
    });
  });

  it('counts what could not be read', async () => {
    const { store, knex } = await storeWith([0]);
    await knex('audit_quarantine').insert(
      [5, 5, 100].map((minute, i) => ({
        id: `q${i}`,
        cluster: 'prod-eu',
        digest: `${i}`,
        received_at: START + minute * MINUTE,
        reason: 'not JSON',
        excerpt: '{',
        bytes: 1,
      })),
    );
    expect((await store.coverage(span(0, 10))).unreadable).toEqual([
      { receivedAt: START + 5 * MINUTE, count: 2 },
    ]);
  });
});
