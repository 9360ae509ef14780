import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  createReader,
  createReaderApp,
} from '../audit/__testUtils__/startReaderApp';
import {
  CART,
  scaling,
  shell,
  SHOP,
  startFriction,
  UNKNOWN,
} from './__testUtils__/startFriction';
import { createFrictionRoutes } from './routes';

const BASE = '/api/plumbline/v1';
const ENTITY = `${BASE}/entities/component/default`;

/** The reader sees `cart` and `shop`, not `unknown`. */
async function start() {
  const recent = { time: Date.now() - 1000 };
  const friction = await startFriction([
    shell(0, recent),
    scaling(0, { ...recent, entityRef: SHOP }),
    shell(0, { ...recent, entityRef: UNKNOWN }),
  ]);
  const list = async () =>
    [CART, SHOP, UNKNOWN].map(entityRef => ({
      entityRef,
      owner: entityRef === SHOP ? 'group:default/b' : 'group:default/a',
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: entityRef.split('/')[1] },
      },
    }));
  const app = createReaderApp(
    createFrictionRoutes({
      friction,
      entities: { list, get: async () => undefined },
      ...createReader(),
    }),
  );
  return {
    app,
    get: (path: string) =>
      request(app)
        .get(path)
        .set('authorization', mockCredentials.user.header()),
  };
}

describe('friction routes', () => {
  it('answer the friction of a visible entity', async () => {
    const { get } = await start();
    const { body } = await get(
      `${ENTITY}/Cart/friction?timeZone=Europe/Berlin`,
    );
    expect(body).toMatchObject({ entityRef: CART, state: 'scored', score: 20 });
    expect(body.trend).toHaveLength(28);
    const events = await get(`${ENTITY}/cart/friction/events?rule=pod-shell`);
    expect(events.body.total).toBe(1);
    const others = await get(
      `${ENTITY}/cart/friction/events?rule=manual-scale`,
    );
    expect(others.body).toEqual({ items: [], total: 0 });
  });

  it('compare visible entities only', async () => {
    const { get } = await start();
    const { body } = await get(`${BASE}/friction?days=2`);
    expect(body.total).toBe(2);
    expect(
      body.items.map((item: { entityRef: string }) => item.entityRef),
    ).toEqual([CART, SHOP]);
    expect(JSON.stringify(body)).not.toContain('unknown');
    const owned = await get(`${BASE}/friction?owner=group:default/b`);
    expect(owned.body.total).toBe(1);
  });

  it.each([
    [`${ENTITY}/unknown/friction`, 404],
    [`${ENTITY}/unknown/friction/events`, 404],
    [`${ENTITY}/nothing/friction`, 404],
    [`${ENTITY}/cart/friction?timeZone=Mars/Base`, 400],
    [`${ENTITY}/cart/friction?days=0`, 400],
    [`${ENTITY}/cart/friction/events?hourOfWeek=168`, 400],
    [`${ENTITY}/cart/friction/events?cursor=e30`, 400],
    [`${BASE}/friction?sort=password;drop`, 400],
    [`${BASE}/friction?cursor=e30`, 400],
  ])('answer %s with %i', async (path, status) => {
    const { get } = await start();
    expect((await get(path)).status).toBe(status);
  });

  it.each([
    `${ENTITY}/cart/friction`,
    `${ENTITY}/cart/friction/events`,
    `${BASE}/friction`,
  ])('let only readers ask for %s', async path => {
    const { app } = await start();
    expect((await request(app).get(path)).status).toBe(401);
    const service = await request(app)
      .get(path)
      .set('authorization', mockCredentials.service.header());
    expect(service.status).toBe(403);
  });
});
