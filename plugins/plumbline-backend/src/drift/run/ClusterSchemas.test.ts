import { diffManifests } from '@plumbline/kube-drift';
import { ApiServerDouble } from '@plumbline/kube-testbed';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ApiServerClusterAccess,
  KubeconfigTransport,
} from '../../clusters/apiServer';
import { ClusterSchemas } from './ClusterSchemas';

const described = (kind: string, group: string) => ({
  kind,
  resource: {
    kind,
    group,
    version: 'v1',
    plural: `${kind.toLowerCase()}s`,
    namespaced: true,
    verbs: ['get'],
  },
});
const WIDGET = described('Widget', 'shop.example.com');
const DEPLOYMENT = described('Deployment', 'apps');

/** As a CustomResourceDefinition with a keyed list is published. */
const WIDGETS = {
  components: {
    schemas: {
      'com.example.shop.v1.Widget': {
        type: 'object',
        properties: {
          metadata: { type: 'object' },
          spec: {
            type: 'object',
            properties: {
              size: { type: 'integer', default: 3 },
              parts: {
                type: 'array',
                'x-kubernetes-list-type': 'map',
                'x-kubernetes-list-map-keys': ['id'],
                items: {
                  type: 'object',
                  properties: {
                    id: { type: 'string' },
                    colour: { type: 'string' },
                  },
                },
              },
            },
          },
        },
        'x-kubernetes-group-version-kind': [
          { group: 'shop.example.com', version: 'v1', kind: 'Widget' },
        ],
      },
    },
  },
};

const widget = (ids: string[]) => ({
  apiVersion: 'shop.example.com/v1',
  kind: 'Widget',
  metadata: { name: 'blue', namespace: 'shop' },
  spec: { parts: ids.map(id => ({ id, colour: `of ${id}` })) },
});

describe('ClusterSchemas', () => {
  let folder: string;
  let double: ApiServerDouble;

  async function start(openApi?: Record<string, object>) {
    double = await ApiServerDouble.start({ openApi, tls: true });
    folder = await mkdtemp(join(tmpdir(), 'schemas-'));
    const path = join(folder, 'kubeconfig');
    await writeFile(path, double.kubeconfig());
    return new ApiServerClusterAccess({
      cluster: 'prod',
      kind: 'kubeconfig',
      transport: new KubeconfigTransport({
        cluster: 'prod',
        source: { kind: 'file', path },
      }),
    });
  }

  afterEach(async () => {
    await double.stop();
    await rm(folder, { recursive: true });
  });

  const differences = (schema: Awaited<ReturnType<ClusterSchemas['of']>>) =>
    diffManifests([widget(['a', 'b'])], [widget(['b', 'a'])], {
      schema: schema.schema,
    }).objects[0].findings.filter(({ verdict }) => verdict === 'drift');

  it('compares custom resources as their own schema says', async () => {
    const access = await start({ 'apis/shop.example.com/v1': WIDGETS });
    const schema = await new ClusterSchemas().of(access, [WIDGET]);
    expect(schema.notes).toEqual([]);
    expect(differences(schema)).toEqual([]);
  });

  it('reads a document once, and only those of declared kinds', async () => {
    const access = await start({
      'apis/shop.example.com/v1': WIDGETS,
      'apis/other.example.com/v1': WIDGETS,
    });
    const schemas = new ClusterSchemas();
    await schemas.of(access, [WIDGET]);
    await schemas.of(access, [WIDGET]);
    expect(
      double.requests.map(({ url }) => url.replace(/hash=.*/, 'hash')),
    ).toEqual(['/openapi/v3', '/openapi/v3/apis/shop.example.com/v1?hash']);
  });

  it('says of custom resources only that they are compared without a schema', async () => {
    const access = await start();
    const { schema, notes } = await new ClusterSchemas().of(access, [
      DEPLOYMENT,
      WIDGET,
      WIDGET,
    ]);
    expect(schema).toBeUndefined();
    expect(notes).toEqual([
      expect.stringMatching(
        /^Widget of shop\.example\.com is compared without its schema, .*: the server could not find the requested resource$/,
      ),
    ]);
  });

  it('follows no path that leads out of the schemas', async () => {
    const access = await start({ '../../api/v1/secrets': WIDGETS });
    expect(await access.openApiPaths()).toEqual(new Map());
  });
});
