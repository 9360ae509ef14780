import type { AuditEvent } from '@plumbline/kube-audit';
import { defaultRuleSet } from '@plumbline/kube-audit';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import type { EntityResolver } from '../catalog';
import { migrate } from '../database';
import {
  DatabaseFrictionStore,
  FrictionRecorder,
  FrictionRules,
} from '../friction';
import {
  acceptSamples,
  sampleAuditEvent,
} from './__testUtils__/sampleAuditEvents';
import type { AuditEventFilter } from './AuditStore';
import { DatabaseAuditStore } from './database/DatabaseAuditStore';
import { LateResolution } from './LateResolution';

const databases = createTestDatabases();

/** In namespace `lost`, which nobody owns while the events arrive. */
const inLost = (name: string): AuditEvent =>
  sampleAuditEvent({
    objectRef: {
      resource: 'deployments',
      subresource: 'scale',
      namespace: 'lost',
      name,
      apiGroup: 'apps',
      apiVersion: 'v1',
    },
    requestURI: `/apis/apps/v1/namespaces/lost/deployments/${name}/scale`,
  });

const ownerOfCart: EntityResolver = {
  resolve: async objects =>
    objects.map(({ name }) =>
      name === 'cart'
        ? {
            entityRef: 'component:default/cart',
            candidates: [],
            step: 'label',
            reason: 'it has the label',
          }
        : { candidates: [], step: 'none', reason: 'no entity claims it' },
    ),
};

describe.each(databases.eachSupportedId())('late resolution on %s', id => {
  async function create() {
    const knex = await databases.init(id);
    await migrate(knex);
    const store = new DatabaseAuditStore(knex);
    const friction = await DatabaseFrictionStore.create(knex, {
      halfLifeDays: 7,
    });
    const recorder = new FrictionRecorder({
      store: friction,
      rules: new FrictionRules(defaultRuleSet),
    });
    await store.record(
      'prod',
      await acceptSamples('prod', [inLost('cart'), inLost('other')]),
      [],
      [recorder],
    );
    const late = new LateResolution({
      store,
      resolver: ownerOfCart,
      others: [friction],
      signals: { attributedLate: () => undefined },
    });
    return { store, friction, late };
  }

  const ofCart: AuditEventFilter = {
    entityRefs: ['component:default/cart'],
    routine: 'show',
  };
  const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

  it('gives events and their friction to the entity that is known since', async () => {
    const { store, friction, late } = await create();
    expect((await store.search(ofCart, { limit: 10 })).items).toEqual([]);
    expect(await friction.days(undefined, always)).toEqual([]);

    expect(await late.run()).toEqual(['component:default/cart']);

    const { items } = await store.search(ofCart, { limit: 10 });
    expect(items.map(({ resolution }) => resolution)).toEqual([
      {
        entityRef: 'component:default/cart',
        candidates: [],
        step: 'label',
        reason: 'it has the label',
      },
    ]);
    expect(await store.clustersOf(['component:default/cart'])).toEqual(
      new Map([['component:default/cart', ['prod']]]),
    );
    const days = await friction.days(undefined, always);
    expect(days).toMatchObject([
      { entityRef: 'component:default/cart', count: 1 },
    ]);
    expect(days[0].points).toBeGreaterThan(0);
  });

  it('leaves the others as they are, and counts nothing twice', async () => {
    const { store, friction, late } = await create();
    await late.run();
    const before = await friction.days(undefined, always);
    expect(await late.run()).toEqual([]);
    expect(await friction.days(undefined, always)).toEqual(before);
    const { items } = await store.listUnattributed({}, { limit: 10 });
    expect(items.map(({ name }) => name)).toEqual(['other']);
  });

  it('begins nothing when it is told to stop', async () => {
    const { late } = await create();
    expect(await late.run(AbortSignal.abort())).toEqual([]);
  });
});
