import type { IgnoreRuleInput } from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  MINUTE,
  ruleInput as input,
  startDriftingServices,
} from '../__testUtils__/driftingServices';

import { VISIBLE } from '../__testUtils__/startIgnoreRules';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'the life of an ignore rule on %s',
  id => {
    let knex: Knex;
    let started: Awaited<ReturnType<typeof startDriftingServices>>;

    const drifting = async (denied: string[] = []) => {
      knex = await databases.init(id);
      await migrate(knex);
      started = await startDriftingServices(knex, denied);
      return started;
    };

    afterEach(() => started.stop());

    it('saves a rule, checks what it is about, and says what it hides', async () => {
      const {
        create,
        list,
        look,
        changes,
        visible,
        hidden,
        verdictsOf,
        ignoredOf,
        settle,
      } = await drifting();
      const saved = await create(input({ entityRef: VISIBLE }));
      expect(saved.status).toBe(201);
      expect(saved.body).toMatchObject({
        entityRef: VISIBLE,
        state: 'active',
        active: true,
        createdBy: 'user:default/mock',
        hides: 0,
        mayChange: true,
      });
      await settle();
      expect(await verdictsOf(visible)).toMatchObject({
        'spec.replicas': 'Scaled by hand',
        'data.PAYMENT_TIMEOUT_MS': 'drift',
      });
      await look(hidden);
      expect(await ignoredOf(hidden)).toBe(0);
      const { body } = await list({ entity: VISIBLE });
      expect(body).toMatchObject({
        items: [{ id: saved.body.id, hides: 1 }],
        mayCreate: true,
      });
      expect(changes).toEqual([
        {
          eventId: 'ignore-rule-change',
          meta: {
            actionType: 'create',
            user: 'user:default/mock',
            rule: saved.body.id,
            name: 'Scaled by hand',
            entityRef: VISIBLE,
          },
        },
      ]);
    });

    it('resolves what it hides, and reopens it when the rule goes', async () => {
      const { create, remove, store, look, clock, visible, settle } =
        await drifting();
      const state = async () =>
        (
          await store.listIncidents(
            { entityRefs: [VISIBLE], searchNames: true, text: 'scaled' },
            { limit: 5 },
          )
        ).items.map(({ number, state: now, resolution }) => ({
          number,
          state: now,
          resolution,
        }));
      const [{ number }] = await state();
      const { body } = await create(input({ entityRef: VISIBLE }));
      await settle();
      await look(visible);
      expect(await state()).toEqual([
        { number, state: 'resolved', resolution: 'ignored' },
      ]);
      // What is back sooner counts as never gone.
      clock.now += 60 * MINUTE;
      expect((await remove(body.id)).status).toBe(204);
      await settle();
      expect(await state()).toEqual([
        { number, state: 'reopened', resolution: undefined },
      ]);
    });

    it('records what a rule hid once, with its text as it was', async () => {
      const { create, update, remove, look, visible, settle } =
        await drifting();
      const { body } = await create(input({ entityRef: VISIBLE }));
      await settle();
      await look(visible);
      await look(visible);
      await update(body.id, input({ entityRef: VISIBLE, reason: 'Sale' }));
      await settle();
      await remove(body.id);
      await settle();
      const entries = await knex('drift_suppressions').orderBy('id');
      expect(entries).toMatchObject([
        {
          rule_id: null,
          path: 'spec.replicas',
          rule_text: 'Scaled by hand: spec.replicas (Load test)',
          rule_reason: 'Load test',
        },
        {
          rule_text: 'Scaled by hand: spec.replicas (Sale)',
          rule_reason: 'Sale',
        },
      ]);
    });

    it.each<[number, Partial<IgnoreRuleInput>]>([
      [1, { path: 'spec.replicas' }],
      [2, { path: 'spec' }],
      [1, { path: 'spec.template.spec.containers[0].image' }],
      [1, { path: 'spec.template.spec.containers[name=api]' }],
      [
        1,
        {
          path: 'spec.template.*.containers[imagePullPolicy=IfNotPresent].image',
        },
      ],
      [0, { path: 'spec.template.spec.containers[imagePullPolicy=Always]' }],
      [1, { path: undefined, jsonPointer: '/data/PAYMENT_TIMEOUT_MS' }],
      [1, { path: undefined, jq: '.spec.template.spec.containers[]?.image' }],
      [2, { path: undefined, kind: 'Deployment' }],
      [
        1,
        { path: undefined, kind: 'ConfigMap', objectName: 'payments-config' },
      ],
      [1, { path: undefined, manager: 'kubectl-edit' }],
      [3, { path: '*', namespace: 'payments' }],
      [0, { path: '*', namespace: 'other' }],
      [0, { path: 'spec', group: '' }],
      [0, { path: 'spec.replicas', kind: 'StatefulSet' }],
    ])('hides %i findings, as the preview said: %j', async (count, change) => {
      const { create, preview, look, visible, ignoredOf, settle } =
        await drifting();
      const rule = input({ entityRef: VISIBLE, ...change });
      const { status, body } = await preview(rule);
      expect(status).toBe(200);
      expect(body).toMatchObject({ total: count, shadowed: 0 });
      expect(body.hides).toHaveLength(count);
      expect((await create(rule)).status).toBe(201);
      await settle();
      await look(visible);
      expect(await ignoredOf(visible)).toBe(count);
      const again = await preview({ ...rule, name: 'Same' });
      expect(again.body).toMatchObject({ total: 0, shadowed: count });
    });

    it('previews a rule of the portal in services that the reader may see', async () => {
      const { preview, visible } = await drifting();
      const { body } = await preview(input());
      expect(body).toMatchObject({
        total: 1,
        entities: [VISIBLE],
        shadowed: 0,
        hides: [{ path: 'spec.replicas', targetId: visible, verdict: 'drift' }],
      });
    });

    it('previews the new form of a saved rule without its old one', async () => {
      const { create, preview, settle } = await drifting();
      const { body } = await create(input({ entityRef: VISIBLE }));
      await settle();
      const changed = input({ entityRef: VISIBLE, path: 'spec' });
      const { body: seen } = await preview(changed, { rule: body.id });
      expect(seen).toMatchObject({ total: 2, shadowed: 0 });
      const { body: beside } = await preview(changed);
      expect(beside).toMatchObject({ total: 1, shadowed: 1 });
      expect((await preview(changed, { rule: 'none' })).status).toBe(404);
    });

    it('says of how much it cannot be told yet', async () => {
      const { preview } = await drifting();
      await knex('drift_findings').update({ subject: null });
      const { body } = await preview(input());
      expect(body).toMatchObject({
        total: 0,
        notes: [expect.stringContaining('3 differences')],
      });
    });

    it('ends at the instant at which a rule expires, and checks then', async () => {
      const {
        create,
        clock,
        checkExpired,
        list,
        queue,
        visible,
        ignoredOf,
        settle,
      } = await drifting();
      const expiresAt = new Date(clock.now + 5 * MINUTE).toISOString();
      await create(input({ entityRef: VISIBLE, expiresAt }));
      await settle();
      expect(await ignoredOf(visible)).toBe(1);
      clock.now = Date.parse(expiresAt) - 1;
      await checkExpired();
      await queue.idle();
      expect(await ignoredOf(visible)).toBe(1);
      clock.now = Date.parse(expiresAt);
      await checkExpired();
      await queue.idle();
      expect(await ignoredOf(visible)).toBe(0);
      const { body } = await list();
      expect(body.items).toMatchObject([{ state: 'expired', hides: 0 }]);
    });

    it('shows again what a paused rule hid', async () => {
      const { create, update, list, visible, ignoredOf, settle } =
        await drifting();
      const { body } = await create(input({ entityRef: VISIBLE }));
      await settle();
      const paused = await update(
        body.id,
        input({ entityRef: VISIBLE, active: false }),
      );
      expect(paused.body).toMatchObject({
        state: 'paused',
        updatedBy: 'user:default/mock',
      });
      await settle();
      expect(await ignoredOf(visible)).toBe(0);
      expect((await list()).body.items).toMatchObject([{ hides: 0 }]);
    });
  },
);
