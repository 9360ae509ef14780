import { inspect } from 'node:util';
import { defaultRuleSet, readAuditEvents } from '@plumbline/kube-audit';
import { readAuditCorpus } from '@plumbline/kube-testbed';
import request from 'supertest';
import { migrate } from '../database';
import {
  DatabaseFrictionStore,
  FrictionRecorder,
  FrictionRules,
} from '../friction';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { startAuditBackend, tokens } from './__testUtils__/startAuditBackend';

const databases = createTestDatabases();
const corpora = process.env.PLUMBLINE_CORPORA;
const PATH = '/api/plumbline/v1/clusters/prod/audit-events';

/** Recorded commands hold their events in a list of each case; the API server sent them as they are. */
function bodiesOf(text: string): string[] {
  if (!text.startsWith('{"id"')) {
    return [text];
  }
  return text
    .trim()
    .split('\n')
    .map(line =>
      JSON.stringify({ kind: 'EventList', items: JSON.parse(line).events }),
    );
}

// Set PLUMBLINE_CORPORA to the folder of the shared collections to run this.
(corpora ? describe : describe.skip).each(databases.eachSupportedId())(
  'recorded audit logs through the endpoint, on %s',
  id => {
    it('are stored or quarantined, every item, and once only', async () => {
      const knex = await databases.init(id);
      await migrate(knex);
      const friction = await DatabaseFrictionStore.create(knex, {
        halfLifeDays: 7,
      });
      const backend = await startAuditBackend({
        knex,
        participants: [
          new FrictionRecorder({
            store: friction,
            rules: new FrictionRules(defaultRuleSet),
          }),
        ],
      });
      const post = async (body: string) => {
        const response = await request(backend.server)
          .post(PATH)
          .set('authorization', `Bearer ${tokens.prod}`)
          .set('content-type', 'application/json')
          .send(body);
        expect(response.status).toBe(200);
        return response.body as Record<
          'stored' | 'duplicates' | 'quarantined',
          number
        >;
      };
      const countOf = async (table: string) =>
        Number((await knex(table).count({ count: '*' }))[0].count);

      const table: Record<string, object> = {};
      const sent: string[] = [];
      for await (const { folder, text } of readAuditCorpus(corpora!)) {
        const sums = { items: 0, stored: 0, duplicates: 0, quarantined: 0 };
        for (const body of bodiesOf(text)) {
          sent.push(body);
          const answer = await post(body);
          const items = readAuditEvents(body).length;
          expect(answer.stored + answer.duplicates + answer.quarantined).toBe(
            items,
          );
          sums.items += items;
          sums.stored += answer.stored;
          sums.duplicates += answer.duplicates;
          sums.quarantined += answer.quarantined;
        }
        const before = (table[folder] ?? {}) as typeof sums;
        table[folder] = Object.fromEntries(
          Object.entries(sums).map(([key, value]) => [
            key,
            value + (before[key as keyof typeof sums] ?? 0),
          ]),
        );
      }
      process.stdout.write(`${id} ${inspect(table, { breakLength: 100 })}\n`);

      const tables = [
        'audit_events',
        'audit_event_bodies',
        'audit_event_rules',
        'audit_quarantine',
        'friction_events',
        'friction_days',
      ];
      const rows = await Promise.all(tables.map(countOf));
      expect(rows[0]).toBeGreaterThan(1000);
      for (const body of sent) {
        expect((await post(body)).stored).toBe(0);
      }
      expect(await Promise.all(tables.map(countOf))).toEqual(rows);
      const withoutReason = await knex('audit_quarantine').where({
        reason: '',
      });
      expect(withoutReason).toEqual([]);
      await backend.stop();
    }, 600_000);

    it('of a quiet cluster hold no friction, and every event has a sentence', async () => {
      const knex = await databases.init(id);
      await migrate(knex);
      const friction = await DatabaseFrictionStore.create(knex, {
        halfLifeDays: 7,
      });
      const backend = await startAuditBackend({
        knex,
        participants: [
          new FrictionRecorder({
            store: friction,
            rules: new FrictionRules(defaultRuleSet),
          }),
        ],
      });
      for await (const { folder, text } of readAuditCorpus(corpora!)) {
        if (folder === 'quiet') {
          await request(backend.server)
            .post(PATH)
            .set('authorization', `Bearer ${tokens.prod}`)
            .send(text)
            .expect(200, { stored: 903, duplicates: 0, quarantined: 0 });
        }
      }
      expect(await knex('friction_events')).toEqual([]);
      expect(await knex('audit_event_rules').select('rule_id')).toEqual([]);
      const sentences: string[] = await knex('audit_events').pluck('sentence');
      expect(sentences).toHaveLength(903);
      expect(sentences.filter(sentence => sentence.length < 10)).toEqual([]);
      await backend.stop();
    }, 120_000);
  },
);
