import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { findingOf } from '../__testUtils__/findings';
import { ruleOf } from '../__testUtils__/ignoreRules';
import { fromFinding } from '../database/findingRows';
import { writeSuppressions } from '../database/suppressionRows';
import type { FindingRecord } from '../records';
import { DatabaseIgnoreRuleStore } from './DatabaseIgnoreRuleStore';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const PAYMENTS = 'component:default/payments-api';
const LEDGER = 'component:default/ledger';

describe.each(databases.eachSupportedId())(
  'DatabaseIgnoreRuleStore on %s',
  id => {
    let knex: Knex;
    let store: DatabaseIgnoreRuleStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseIgnoreRuleStore(knex);
    });

    const addTarget = (targetId: string, entityRef: string) =>
      knex('drift_targets').insert({
        id: targetId,
        entity_ref: entityRef,
        cluster: 'prod-eu',
        namespace: 'payments',
        location: 'file:shop',
        path: 'deploy',
        ticket: 0,
        committed_ticket: 0,
        notes: '[]',
        objects_total: 0,
        objects_compared: 0,
        unverifiable: 0,
      });
    const addFinding = (targetId: string, change: Partial<FindingRecord>) =>
      knex('drift_findings').insert(
        fromFinding(
          targetId,
          findingOf({ id: `${targetId}-${change.path}`, ...change }),
        ),
      );
    const hiddenBy = (ruleId: string): Partial<FindingRecord> => ({
      verdict: 'ignored',
      suppression: { ruleId, name: 'n', text: 't', reason: 'r', at: 5 },
    });

    const record = (at: number) =>
      knex.transaction(transaction =>
        writeSuppressions(transaction, 'p', {
          addSuppressions: [
            {
              id: `entry-${at}`,
              entityRef: PAYMENTS,
              fingerprint: 'f',
              ref: 'v1/ConfigMap/payments/a',
              path: 'a',
              type: 'changed',
              severity: 'low',
              suppression: {
                ruleId: 'one',
                name: 'n',
                text: 't',
                reason: 'r',
                at,
              },
            },
          ],
        }),
      );

    it('keeps rules as they are written', async () => {
      const full = ruleOf({
        id: 'full',
        entityRef: PAYMENTS,
        group: '',
        kind: 'Service',
        namespace: 'payments',
        objectName: 'web',
        manager: 'kubectl-edit',
        path: undefined,
        jq: '.spec.ports[]',
        expiresAt: 2_000_000_000_000,
        active: false,
        updatedAt: 7,
        updatedBy: 'user:default/jane',
      });
      await store.create(full);
      await store.create(ruleOf());
      expect(await store.get('full')).toEqual(full);
      expect(await store.list()).toEqual([full, ruleOf()]);
      const changed = ruleOf({ reason: 'Another' });
      expect(await store.update(changed)).toBe(true);
      expect(await store.get('rule')).toEqual(changed);
      expect(await store.delete('rule')).toBe(true);
      expect(await store.get('rule')).toBeUndefined();
      expect(await store.delete('rule')).toBe(false);
      expect(await store.update(changed)).toBe(false);
    });

    it('gives a name once per entity, and once to the portal', async () => {
      await store.create(ruleOf());
      await store.create(ruleOf({ id: 'payments', entityRef: PAYMENTS }));
      await store.create(ruleOf({ id: 'other', name: 'Other' }));
      await expect(store.create(ruleOf({ id: 'again' }))).rejects.toThrow(
        expect.objectContaining({ name: 'ConflictError' }),
      );
      await expect(
        store.create(ruleOf({ id: 'again', entityRef: PAYMENTS })),
      ).rejects.toThrow(`already`);
      await expect(store.update(ruleOf({ id: 'other' }))).rejects.toMatchObject(
        { name: 'ConflictError' },
      );
      expect(await store.list()).toHaveLength(3);
    });

    it('lists what can hide findings of an entity', async () => {
      await store.create(ruleOf({ id: 'portal' }));
      await store.create(ruleOf({ id: 'payments', entityRef: PAYMENTS }));
      await store.create(ruleOf({ id: 'ledger', entityRef: LEDGER }));
      const rules = await store.listFor(PAYMENTS);
      expect(rules.map(rule => rule.id)).toEqual(['payments', 'portal']);
    });

    it('tells of an expiry once, and again when the rule was changed', async () => {
      const rule = ruleOf({ expiresAt: 5_000 });
      await store.create(rule);
      await store.create(ruleOf({ id: 'forever', name: 'Forever' }));
      expect(await store.takeExpired(4_999)).toEqual([]);
      const [first, second] = await Promise.all([
        store.takeExpired(5_000),
        store.takeExpired(5_000),
      ]);
      expect([...first, ...second]).toEqual([rule]);
      await store.update({ ...rule, expiresAt: 6_000 });
      expect(await store.takeExpired(5_999)).toEqual([]);
      expect(await store.takeExpired(6_000)).toHaveLength(1);
    });

    it('counts what each rule hides, by entity', async () => {
      await addTarget('p', PAYMENTS);
      await addTarget('l', LEDGER);
      await addFinding('p', { path: 'a', ...hiddenBy('one') });
      await addFinding('p', { path: 'b', ...hiddenBy('one') });
      await addFinding('l', { path: 'a', ...hiddenBy('one') });
      await addFinding('p', { path: 'c', closedAt: 9, ...hiddenBy('one') });
      await addFinding('p', { path: 'd' });
      const counts = await store.countHidden();
      expect(counts).toHaveLength(2);
      expect(counts).toEqual(
        expect.arrayContaining([
          { ruleId: 'one', entityRef: PAYMENTS, count: 2 },
          { ruleId: 'one', entityRef: LEDGER, count: 1 },
        ]),
      );
    });

    it('finds what rules can be about, and nothing else', async () => {
      await addTarget('p', PAYMENTS);
      await addTarget('l', LEDGER);
      const subject = {
        object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'a' },
        path: [{ field: 'data' }],
        managers: ['kubectl'],
        elements: [],
      };
      await addFinding('p', { path: 'drift', subject });
      await addFinding('p', {
        path: 'hidden',
        ref: 'v1/ConfigMap/payments/a',
        ...hiddenBy('one'),
      });
      await addFinding('p', { path: 'expected', verdict: 'expected' });
      await addFinding('p', { path: 'closed', closedAt: 9 });
      await addFinding('l', { path: 'drift' });
      const all = await store.candidates({ entityRefs: [PAYMENTS] });
      expect(all).toEqual([
        expect.objectContaining({ path: 'drift', subject, cluster: 'prod-eu' }),
        expect.objectContaining({
          path: 'hidden',
          hiddenBy: { ruleId: 'one' },
          subject: undefined,
        }),
      ]);
      expect(all[0].hiddenBy).toBeUndefined();
      const maps = await store.candidates({
        entityRefs: [PAYMENTS, LEDGER],
        kind: 'ConfigMap',
      });
      expect(maps.map(({ path }) => path)).toEqual(['hidden']);
    });

    it('keeps what a deleted rule hid with its text, without its id', async () => {
      await addTarget('p', PAYMENTS);
      await store.create(ruleOf({ id: 'one' }));
      await addFinding('p', { path: 'a', ...hiddenBy('one') });
      await record(5);
      await store.delete('one');
      expect(await knex('drift_suppressions').first()).toMatchObject({
        rule_id: null,
        rule_name: 'n',
        rule_text: 't',
        rule_reason: 'r',
      });
      const [finding] = await store.findings(['p-a']);
      expect(finding.suppression).toEqual({
        ruleId: undefined,
        name: 'n',
        text: 't',
        reason: 'r',
        at: 5,
      });
      // What the last look saw is still told from what a controller hides.
      const [candidate] = await store.candidates({ entityRefs: [PAYMENTS] });
      expect(candidate.hiddenBy).toEqual({ ruleId: 'one' });
    });

    it('forgets what rules hid long ago, in chunks', async () => {
      for (let at = 1; at <= 130; at++) {
        await record(at);
      }
      expect(await store.removeSuppressionsBefore(121)).toBe(120);
      expect(await knex('drift_suppressions').pluck('at')).toHaveLength(10);
      expect(await store.removeSuppressionsBefore(121)).toBe(0);
    });
  },
);
