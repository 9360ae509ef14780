import { mockServices } from '@backstage/backend-test-utils';
import type { KnownCluster } from '@plumbline/backstage-plugin-plumbline-node';
import { ControlPlane, findClusterBinaries } from '@plumbline/kube-testbed';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ApiServerClusterAccess,
  KubeconfigTransport,
} from '../clusters/apiServer';
import { migrate } from '../database';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { DatabaseOwnerIndexStore, OwnerIndexRefresher } from './ownerIndex';
import type { PlumblineEntity } from './PlumblineEntity';
import { OwnerIndexEntityResolver } from './resolution';

const databases = createTestDatabases();
const binaries = findClusterBinaries(process.env);

const MANIFESTS = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { backstage.io/kubernetes-id: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'example.com/web:1' }] }
---
apiVersion: v1
kind: Secret
metadata: { name: password }
stringData: { password: canary }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, labels: { app: web, tier: front } }
data: { a: b }
`;

// Set KUBEBUILDER_ASSETS to run it against a real control plane.
(binaries?.kubeControllerManager ? describe : describe.skip)(
  'a real API server',
  () => {
    let folder: string;
    let plane: ControlPlane;

    const accessAs = (user: string, timeout?: number) =>
      new ApiServerClusterAccess({
        cluster: 'prod',
        kind: 'kubeconfig',
        timeout,
        transport: new KubeconfigTransport({
          cluster: 'prod',
          source: { kind: 'file', path: plane.kubeconfigOf(user) },
        }),
      });

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'real-cluster-'));
      const auditPolicy = join(folder, 'policy.yaml');
      await writeFile(
        auditPolicy,
        'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{ level: None }]\n',
      );
      plane = await ControlPlane.start({
        binaries: binaries!,
        folder: join(folder, 'plane'),
        auditPolicy,
      });
      await plane.mustRun('admin', ['create', 'namespace', 'shop']);
      await plane.mustRun('admin', ['apply', '-n', 'shop', '-f', '-'], {
        input: MANIFESTS,
      });
      await plane.mustRun('admin', [
        ...['wait', '-n', 'shop', 'deployment/web', '--timeout=60s'],
        '--for=jsonpath={.status.replicas}=2',
      ]);
    }, 180_000);

    afterAll(async () => {
      await plane?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it('is discovered, read and listed in pages', async () => {
      const access = accessAs('admin');
      const resources = await access.discover();
      expect(resources).toContainEqual(
        expect.objectContaining({
          group: 'autoscaling',
          version: 'v2',
          kind: 'HorizontalPodAutoscaler',
          namespaced: true,
        }),
      );
      const deployments = {
        group: 'apps',
        version: 'v1',
        plural: 'deployments',
      };
      const query = { ...deployments, namespace: 'shop' };
      const live = await access.get({ ...query, name: 'web' });
      expect(live).toMatchObject({
        metadata: { managedFields: [expect.anything(), expect.anything()] },
        spec: { replicas: 2 },
      });
      await expect(
        access.get({ ...query, name: 'no' }),
      ).resolves.toBeUndefined();
      await expect(
        access.get({ ...query, name: 'web', namespace: 'no' }),
      ).resolves.toBeUndefined();
      await expect(
        access.get({ ...query, plural: 'things', name: 'web' }),
      ).rejects.toMatchObject({ problem: 'unknown-kind' });
      await expect(
        access.get({ ...query, group: 'no.io', name: 'web' }),
      ).rejects.toMatchObject({ problem: 'unknown-kind' });
      const { items } = await access.list({
        group: '',
        version: 'v1',
        plural: 'secrets',
        namespace: 'shop',
        metadataOnly: true,
      });
      expect(items).toMatchObject([
        { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'password' } },
      ]);
      expect(items[0]).not.toHaveProperty('data');
    });

    it('refuses one kind and gives the others', async () => {
      const access = accessAs('rita');
      await expect(
        access.list({ group: '', version: 'v1', plural: 'secrets' }),
      ).rejects.toMatchObject({
        problem: 'forbidden',
        message: expect.stringContaining('cannot list resource "secrets"'),
      });
      await expect(
        access.list({ group: '', version: 'v1', plural: 'configmaps' }),
      ).resolves.toBeDefined();
    });

    it('leads from its pods to their entity', async () => {
      const knex = await databases.init('SQLITE_3');
      await migrate(knex);
      const index = new DatabaseOwnerIndexStore(knex);
      const cluster: KnownCluster = {
        name: 'prod',
        access: accessAs('admin'),
        claimableNamespaces: ['shop'],
      };
      const clusters = {
        list: async () => [cluster],
        get: async () => cluster,
      };
      const logger = mockServices.logger.mock();
      const refresher = new OwnerIndexRefresher({
        clusters,
        store: index,
        logger,
        retention: undefined,
      });
      await refresher.refresh();
      expect(JSON.stringify(await knex('owner_index'))).not.toMatch(
        /canary|Y2FuYXJ5/,
      );

      const entity = (name: string, selector?: string): PlumblineEntity => ({
        entityRef: `component:default/${name}`,
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name,
            annotations: selector
              ? { 'backstage.io/kubernetes-label-selector': selector }
              : {},
          },
        },
      });
      const resolver = new OwnerIndexEntityResolver({
        entities: {
          list: async () => [entity('web'), entity('front', 'tier=front')],
          get: async () => undefined,
        },
        clusters,
        index,
        logger,
      });
      const pods = await cluster.access?.list({
        group: '',
        version: 'v1',
        plural: 'pods',
        namespace: 'shop',
      });
      const object = (resource: string, name: unknown) => ({
        cluster: 'prod',
        apiGroup: '',
        resource,
        namespace: 'shop',
        name: String(name),
      });
      const names = pods?.items.map(({ metadata }) => metadata.name) ?? [];
      expect(names).toHaveLength(2);
      await expect(
        resolver.resolve([
          ...names.map(name => object('pods', name)),
          object('configmaps', 'settings'),
        ]),
      ).resolves.toMatchObject([
        {
          entityRef: 'component:default/web',
          reason:
            'owner Deployment web has label backstage.io/kubernetes-id=web',
        },
        { entityRef: 'component:default/web' },
        { entityRef: 'component:default/front', step: 'selector' },
      ]);
    });
  },
);
