import type { IgnoreRuleInput } from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  CONFIG,
  DEPLOYMENT,
  entityOf,
  liveConfig,
  liveDeployment,
  scaleEvent,
} from '../__testUtils__/driftFixture';
import { ruleOf } from '../__testUtils__/ignoreRules';
import {
  HIDDEN,
  startIgnoreRules,
  VISIBLE,
} from '../__testUtils__/startIgnoreRules';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const MINUTE = 60_000;

const input = (change: Partial<IgnoreRuleInput> = {}) => ({
  name: 'Scaled by hand',
  reason: 'Load test',
  path: 'spec.replicas',
  ...change,
});

describe.each(databases.eachSupportedId())('ignore rules on %s', id => {
  let knex: Knex;
  let started: Awaited<ReturnType<typeof startIgnoreRules>>;
  let visible: string;
  let hidden: string;

  /** Two services of which the reader sees one; both were scaled, have another image and another timeout. */
  const drifting = async (denied: string[] = []) => {
    knex = await databases.init(id);
    await migrate(knex);
    started = await startIgnoreRules(knex, denied);
    await started.repository.commit(
      { 'deploy/prod/all.yaml': `${DEPLOYMENT}---\n${CONFIG}` },
      'Deploy payments',
    );
    [{ id: visible }] = await started.declare();
    [{ id: hidden }] = await started.declare({
      ...entityOf(),
      entityRef: HIDDEN,
    });
    started.cluster.set(
      liveDeployment({
        replicas: 5,
        image: 'registry.example.com/other:1',
        managers: [
          {
            manager: 'kubectl-edit',
            operation: 'Update',
            time: '2026-11-20T14:00:00Z',
            fieldsType: 'FieldsV1',
            fieldsV1: { 'f:spec': { 'f:replicas': {} } },
          },
        ],
      }),
    );
    started.cluster.set(liveConfig('8000'));
    started.audit.events.push(scaleEvent({ time: started.clock.now + 1_000 }));
    await started.look(visible);
    await started.look(hidden);
    return started;
  };

  const verdictsOf = async (target = visible) =>
    Object.fromEntries(
      (await started.store.openFindings([target])).map(
        ({ path, verdict, suppression }) => [
          path,
          suppression?.name ?? verdict,
        ],
      ),
    );
  const ignoredOf = async (target: string) =>
    (await started.store.openFindings([target])).filter(
      ({ verdict }) => verdict === 'ignored',
    ).length;
  /** Time goes on, and all that waits is looked at. */
  const settle = async () => {
    started.clock.now += MINUTE;
    await started.queue.idle();
  };

  afterEach(async () => {
    await started.queue.idle();
    await started.repository.remove();
  });

  it('saves a rule, checks what it is about, and says what it hides', async () => {
    const { create, list, look, changes } = await drifting();
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
    expect(await verdictsOf()).toMatchObject({
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
    const { create, remove, store, look, clock } = await drifting();
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
    const { create, update, remove, look } = await drifting();
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
    [1, { path: undefined, kind: 'ConfigMap', objectName: 'payments-config' }],
    [1, { path: undefined, manager: 'kubectl-edit' }],
    [3, { path: '*', namespace: 'payments' }],
    [0, { path: '*', namespace: 'other' }],
    [0, { path: 'spec', group: '' }],
    [0, { path: 'spec.replicas', kind: 'StatefulSet' }],
  ])('hides %i findings, as the preview said: %j', async (count, change) => {
    const { create, preview, look } = await drifting();
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
    const { preview } = await drifting();
    const { body } = await preview(input());
    expect(body).toMatchObject({
      total: 1,
      entities: [VISIBLE],
      shadowed: 0,
      hides: [{ path: 'spec.replicas', targetId: visible, verdict: 'drift' }],
    });
  });

  it('previews the new form of a saved rule without its old one', async () => {
    const { create, preview } = await drifting();
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
    const { create, clock, checkExpired, list, queue } = await drifting();
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
    const { create, update, list } = await drifting();
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

  it('lists rules in the order in which they are asked', async () => {
    const { ignoreRules, list } = await drifting();
    for (const rule of [
      ruleOf({ id: 'portal', name: 'a' }),
      ruleOf({ id: 'portal-object', name: 'b', objectName: 'web' }),
      ruleOf({ id: 'new', name: 'c', entityRef: VISIBLE, createdAt: 9 }),
      ruleOf({ id: 'old', name: 'd', entityRef: VISIBLE, createdAt: 8 }),
      ruleOf({ id: 'kind', name: 'e', entityRef: VISIBLE, kind: 'Service' }),
    ]) {
      await ignoreRules.create(rule);
    }
    const { body } = await list({ entity: VISIBLE });
    expect(body.items.map((rule: { id: string }) => rule.id)).toEqual([
      'kind',
      'old',
      'new',
      'portal-object',
      'portal',
    ]);
  });

  it('neither shows nor counts what the reader may not see', async () => {
    const { ignoreRules, list, create, update, remove, preview, look } =
      await drifting();
    await ignoreRules.create(ruleOf({ id: 'secret', entityRef: HIDDEN }));
    await ignoreRules.create(ruleOf({ id: 'portal' }));
    await look(visible);
    await look(hidden);
    expect(await ignoredOf(hidden)).toBe(1);
    const { body } = await list();
    expect(body.items).toMatchObject([{ id: 'portal', hides: 1 }]);
    expect(JSON.stringify(body)).not.toContain('ledger');
    const answers = [
      await list({ entity: HIDDEN }),
      await create(input({ entityRef: HIDDEN })),
      await update('secret', input()),
      await update('portal', input({ entityRef: HIDDEN })),
      await remove('secret'),
      await preview(input({ entityRef: HIDDEN })),
      await preview(input(), { rule: 'secret' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(404));
    expect(await ignoreRules.list()).toHaveLength(2);
  });

  it('lets nobody write without the permission, and says so beforehand', async () => {
    const name = 'plumbline.ignore-rule.write';
    const { ignoreRules, list, create, update, remove, changes } =
      await drifting([name, 'plumbline.portal-ignore-rule.write']);
    await ignoreRules.create(ruleOf({ id: 'mine', entityRef: VISIBLE }));
    expect((await list()).body).toMatchObject({
      items: [{ mayChange: false }],
      mayCreate: false,
    });
    const answers = [
      await create(input({ entityRef: VISIBLE })),
      await update('mine', input({ entityRef: VISIBLE })),
      await remove('mine'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(answers[0].body.error.message).toContain(name);
    expect(changes).toEqual([]);
  });

  it('needs a permission of its own for the whole portal', async () => {
    const name = 'plumbline.portal-ignore-rule.write';
    const { create, update, ignoreRules, list } = await drifting([name]);
    await ignoreRules.create(ruleOf({ id: 'portal' }));
    const { body } = await create(input({ entityRef: VISIBLE }));
    expect(body.mayChange).toBe(true);
    const answers = [
      await create(input({ name: 'Everywhere' })),
      await update(body.id, input({ name: 'Everywhere' })),
      await update('portal', input({ entityRef: VISIBLE })),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(answers[0].body.error.message).toContain(name);
    const { body: rules } = await list();
    expect(
      rules.items.map((rule: { mayChange: boolean }) => rule.mayChange),
    ).toEqual([true, false]);
  });

  it('refuses a name that is taken', async () => {
    const { create, changes } = await drifting();
    await create(input({ entityRef: VISIBLE }));
    const { status, body } = await create(input({ entityRef: VISIBLE }));
    expect(status).toBe(409);
    expect(body.error.message).toContain('Scaled by hand');
    expect((await create(input())).status).toBe(201);
    expect(changes).toContainEqual(
      expect.objectContaining({ error: expect.any(Error) }),
    );
  });

  it.each([
    ['reason', { reason: ' ' }],
    ['reason', { reason: undefined }],
    ['name', { name: 'x'.repeat(121) }],
    ['path', { path: 'a..b' }],
    ['path', { path: undefined }],
    ['jq', { path: undefined, jq: '.a | keys' }],
    ['expiresAt', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['expiresAt', { expiresAt: 'tomorrow' }],
    ['entityRef', { entityRef: 'payments' }],
  ])('names the field that is wrong: %s %j', async (field, change) => {
    const { create, preview } = await drifting();
    for (const answer of [
      await create({ ...input(), ...change }),
      await preview({ ...input(), ...change }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(field);
    }
  });

  it('hides names of people from readers who may not see them', async () => {
    const { ignoreRules, list, preview } = await drifting([
      'plumbline.actor.reveal',
    ]);
    await ignoreRules.create(ruleOf());
    const { body } = await list();
    expect(body.items[0].createdBy).toMatch(/^person-/);
    const { text } = await preview(input({ entityRef: VISIBLE, path: 'data' }));
    expect(text).not.toContain('jane');
  });

  it('reads what Argo CD ignores, and saves nothing', async () => {
    const { importText, create, ignoreRules } = await drifting();
    const { status, body } = await importText(`spec:
  ignoreDifferences:
    - { group: apps, kind: Deployment, jsonPointers: [/spec/replicas] }
    - { kind: Service, jqPathExpressions: ['.a | keys'] }
`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rules: [{ kind: 'Deployment', jsonPointer: '/spec/replicas' }],
      refused: [expect.stringContaining('.a | keys')],
    });
    expect(await ignoreRules.list()).toEqual([]);
    expect((await create(body.rules[0])).status).toBe(201);
  });
});
