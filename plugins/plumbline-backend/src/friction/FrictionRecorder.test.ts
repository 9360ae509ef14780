import {
  defaultRuleSet,
  loadRuleSet,
  type AuditEvent,
} from '@plumbline/kube-audit';
import { DatabaseAuditStore } from '../audit';
import {
  acceptSamples,
  sampleAuditEvent,
} from '../audit/__testUtils__/sampleAuditEvents';
import { migrate } from '../database';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { DatabaseFrictionStore } from './database/DatabaseFrictionStore';
import { FrictionRecorder } from './FrictionRecorder';
import { FrictionRules } from './FrictionRules';
import { loadFrictionRules } from './loadFrictionRules';

const databases = createTestDatabases();
const everything = { from: 0, to: Number.MAX_SAFE_INTEGER };

describe.each(databases.eachSupportedId())('FrictionRecorder on %s', id => {
  async function start() {
    const knex = await databases.init(id);
    await migrate(knex);
    const friction = await DatabaseFrictionStore.create(knex, {
      halfLifeDays: 7,
    });
    const audit = new DatabaseAuditStore(knex);
    const recorder = new FrictionRecorder({
      store: friction,
      rules: new FrictionRules(defaultRuleSet),
    });
    const record = async (events: AuditEvent[]) =>
      audit.record(
        'prod',
        await acceptSamples(
          'prod',
          events.map(event => sampleAuditEvent(event)),
        ),
        [],
        [recorder],
      );
    return { friction, audit, record };
  }

  const exec = (rest: AuditEvent) => ({
    auditID: 'exec-1',
    requestURI:
      '/api/v1/namespaces/shop/pods/cart-0/exec?command=sh&stdin=true&stdout=true&tty=true',
    objectRef: {
      resource: 'pods',
      subresource: 'exec',
      namespace: 'shop',
      name: 'cart-0',
      apiVersion: 'v1',
    },
    requestObject: undefined,
    responseObject: undefined,
    ...rest,
  });

  it('makes one friction event of one act, over websocket and SPDY alike', async () => {
    for (const verb of ['get', 'create']) {
      const { friction, audit, record } = await start();
      const started = exec({
        verb,
        stage: 'ResponseStarted',
        responseStatus: { code: 101 },
      });
      const complete = { ...started, stage: 'ResponseComplete' };
      await record([started]);
      await record([complete, started]);
      const { items, total } = await friction.list(
        { entityRef: 'component:default/shop' },
        { limit: 10 },
      );
      expect(total).toBe(1);
      expect(items[0]).toMatchObject({
        ruleId: 'pod-shell',
        severity: 'high',
        points: 10,
        cluster: 'prod',
        object: { resource: 'pods', name: 'cart-0' },
        people: ['jane@example.com'],
      });
      const event = await audit.get(items[0].eventId);
      expect(event?.event.stage).toBe('ResponseStarted');
    }
  });

  it.each<[string, AuditEvent]>([
    ['refused', exec({ verb: 'get', responseStatus: { code: 403 } })],
    [
      'dry-run',
      {
        requestURI:
          '/apis/apps/v1/namespaces/shop/deployments/cart/scale?dryRun=All',
      },
    ],
    ['of a controller', { user: { username: 'system:kube-scheduler' } }],
    ['failed', { responseStatus: { code: 409 } }],
  ])('counts no request that was %s', async (_, event) => {
    const { friction, record } = await start();
    await record([event]);
    expect(await friction.days(undefined, everything)).toEqual([]);
  });

  it('counts for the effective user when somebody impersonates', async () => {
    const { friction, record } = await start();
    await record([
      {
        user: { username: 'admin', groups: ['system:masters'] },
        impersonatedUser: { username: 'rita@example.com', groups: [] },
      },
    ]);
    const { items } = await friction.list(
      { entityRef: 'component:default/shop' },
      { limit: 10 },
    );
    expect(items.map(({ ruleId }) => ruleId)).toEqual(['manual-scale']);
    expect(items[0].actor).toMatchObject({
      name: 'rita@example.com',
      onBehalfOf: 'admin',
    });
    expect(items[0].people).toEqual(['rita@example.com', 'admin']);
  });

  it('keeps acts on objects of no entity, for nobody', async () => {
    const { friction, record } = await start();
    await record([
      {
        objectRef: {
          resource: 'deployments',
          subresource: 'scale',
          namespace: 'lost',
          name: 'x',
          apiGroup: 'apps',
        },
      },
    ]);
    expect(await friction.days(undefined, everything)).toEqual([]);
    expect(await friction.countUnattributed(['prod'], everything)).toBe(1);
  });
});

describe('friction rules', () => {
  const ruleFile = (id: string, severity: string) => `
name: own
rules:
  - id: ${id}
    title: Own
    severity: ${severity}
    category: friction
    message: '{actor} did it'
    match: [{ verbs: [patch], resources: [deployments], subresources: [scale] }]
`;

  it('replace a rule of the pack where it stands, and come first otherwise', () => {
    const rules = loadFrictionRules([
      { yaml: ruleFile('manual-scale', 'low'), source: 'a.yaml' },
      { yaml: ruleFile('own-scale', 'high'), source: 'b.yaml' },
    ]);
    const ids = rules.rules.map(({ id }) => id);
    expect(ids[0]).toBe('own-scale');
    expect(ids).toHaveLength(defaultRuleSet.rules.length + 1);
    const scoring = new FrictionRules(rules);
    expect(scoring.describe('manual-scale').severity).toBe('low');
    expect(scoring.pointsOf({ id: 'own-scale', severity: 'high' })).toBe(10);
    expect(() =>
      loadFrictionRules([{ yaml: ruleFile('x', 'great'), source: 'c.yaml' }]),
    ).toThrow(/c\.yaml.*severity/);
  });

  it('score the classic conditions, and have a next step for each that scores', () => {
    const scoring = new FrictionRules(defaultRuleSet);
    const scores = (id: string) =>
      scoring.pointsOf({ id, severity: 'high' }) !== undefined;
    const enabled = defaultRuleSet.rules.filter(rule => rule.enabled);
    const classic = enabled.filter(({ replaces }) => replaces.length > 0);
    expect(classic.filter(({ id }) => !scores(id))).toEqual([]);
    const without = enabled.filter(
      ({ id }) => scores(id) && !scoring.describe(id).nextStep,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('do not score what is off, only informs or is about something else', () => {
    const off = loadRuleSet(`
name: own
rules:
  - { id: off, title: Off, severity: high, category: friction, enabled: false, message: m, match: [{ verbs: [get] }] }
  - { id: safe, title: Safe, severity: high, category: security, message: m, match: [{ verbs: [get] }] }
  - { id: on, title: On, severity: high, category: friction, message: m, match: [{ verbs: [get] }] }
`);
    const scoring = new FrictionRules(off);
    expect(scoring.pointsOf({ id: 'off', severity: 'high' })).toBeUndefined();
    expect(scoring.pointsOf({ id: 'safe', severity: 'high' })).toBeUndefined();
    expect(scoring.pointsOf({ id: 'on', severity: 'info' })).toBeUndefined();
    expect(scoring.pointsOf({ id: 'on', severity: 'medium' })).toBe(6);
    expect(scoring.describe('gone').title).toBe('gone');
  });
});
