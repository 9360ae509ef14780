import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  ruleInput as input,
  startDriftingServices,
} from '../__testUtils__/driftingServices';
import { ruleOf } from '../__testUtils__/ignoreRules';
import { HIDDEN, VISIBLE } from '../__testUtils__/startIgnoreRules';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('ignore rules on %s', id => {
  let knex: Knex;
  let started: Awaited<ReturnType<typeof startDriftingServices>>;

  const drifting = async (denied: string[] = []) => {
    knex = await databases.init(id);
    await migrate(knex);
    started = await startDriftingServices(knex, denied);
    return started;
  };

  afterEach(() => started.stop());

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
    const {
      ignoreRules,
      list,
      create,
      update,
      remove,
      preview,
      look,
      visible,
      hidden,
      ignoredOf,
    } = await drifting();
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
