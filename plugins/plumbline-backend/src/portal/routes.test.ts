import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import type { PlumblineEntity } from '../catalog';
import type { ReaderView } from '../permissions';
import { Coverage } from './entityCoverage';
import { Feeds } from './feeds';
import { createPortalRoutes } from './routes';

const HIDDEN = 'component:default/hidden';

const view: ReaderView = {
  credentials: mockCredentials.user(),
  revealsActors: false,
  visible: async refs => new Set([...refs].filter(ref => ref !== HIDDEN)),
  assertVisible: async () => {},
  hidePeople: value => value,
};

const entity = (name: string): PlumblineEntity => ({
  entityRef: `component:default/${name}`,
  entity: { apiVersion: 'v1', kind: 'Component', metadata: { name } },
});

async function start() {
  const asked: string[][] = [];
  const plugin = createBackendPlugin({
    pluginId: 'plumbline',
    register(env) {
      env.registerInit({
        deps: {
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ http, httpAuth }) {
          const feeds = new Feeds({
            clusters: {
              list: async () => [{ name: 'prod', claimableNamespaces: [] }],
              get: async () => undefined,
            },
            health: { list: async () => [], record: async () => {} },
            audit: { feeds: async () => [] },
            silentAfter: 1000,
          });
          const coverage = new Coverage({
            entities: {
              list: async () => ['c', 'hidden', 'a', 'b'].map(entity),
              get: async () => undefined,
            },
            targets: {
              ofEntities: async refs => {
                asked.push(refs);
                return new Map();
              },
            },
            feeds,
          });
          http.use(
            createPortalRoutes({
              coverage,
              feeds,
              overview: {
                of: async () => {
                  throw new Error('not asked');
                },
              },
              audit: {
                listUnattributed: async () => ({
                  items: [
                    {
                      cluster: 'prod',
                      apiGroup: '',
                      resource: 'pods',
                      namespace: 'shop',
                      name: 'web',
                      count: 2,
                      reason: 'several entities fit equally',
                      candidates: [HIDDEN, 'component:default/a'],
                      lastEventAt: 0,
                    },
                  ],
                  totalEvents: 10,
                  unattributedEvents: 2,
                }),
              },
              httpAuth,
              readerViews: { of: async () => view },
            }),
          );
        },
      });
    },
  });
  const { server } = await startTestBackend({ features: [plugin] });
  const get = (path: string) => request(server).get(`/api/plumbline${path}`);
  return { get, asked };
}

describe('portal routes', () => {
  it('pages through the coverage of what the reader may see', async () => {
    const { get, asked } = await start();
    const first = await get('/coverage?limit=2');
    expect(first.body).toMatchObject({
      items: [
        { entityRef: 'component:default/a', state: 'needs-set-up' },
        { entityRef: 'component:default/b' },
      ],
      counts: { total: 3, covered: 0, needsSetUp: 3, unobservable: 0 },
    });
    const second = await get(
      `/coverage?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toMatchObject([
      { entityRef: 'component:default/c' },
    ]);
    expect(second.body).not.toHaveProperty('nextCursor');
    expect(asked.flat()).not.toContain(HIDDEN);
    const tampered = await get('/coverage?cursor=eyJhIjoxfQ');
    expect(tampered.status).toBe(400);
  });

  it('lists feeds', async () => {
    const { get } = await start();
    const { body } = await get('/feeds');
    expect(body.items).toMatchObject([
      { cluster: 'prod', state: 'no-subject' },
    ]);
  });

  it('names no hidden candidate', async () => {
    const { get } = await start();
    const { body } = await get('/unattributed');
    expect(body).toEqual({
      items: [
        {
          cluster: 'prod',
          object: {
            apiGroup: '',
            resource: 'pods',
            namespace: 'shop',
            name: 'web',
          },
          count: 2,
          reason: 'several entities fit equally',
          candidates: ['component:default/a'],
          lastEventAt: '1970-01-01T00:00:00.000Z',
        },
      ],
      totalEvents: 10,
      unattributedEvents: 2,
    });
  });

  it('refuses services', async () => {
    const { get } = await start();
    const { status } = await get('/feeds').set(
      'authorization',
      mockCredentials.service.header(),
    );
    expect(status).toBe(403);
  });
});
