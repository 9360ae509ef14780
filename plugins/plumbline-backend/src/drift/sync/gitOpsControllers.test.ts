import { findClusterBinaries } from '@plumbline/kube-testbed';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { migrate } from '../../database';
import { GitHostDouble } from '../../desired/__testUtils__/GitHostDouble';
import { createGitOpsBench, GitOpsCluster } from './__testUtils__/GitOpsBench';

const databases = createTestDatabases();
const binaries = findClusterBinaries(process.env);
const hasHelm =
  binaries !== undefined && existsSync(join(dirname(binaries.kubectl), 'helm'));

jest.setTimeout(180_000);

const deployment = (
  replicas: number | string,
  labels = '',
) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web${labels}
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: example.com/web:1 }] }
`;

const CHART = {
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.2.3\n',
  'charts/web/values.yaml': 'replicas: 1\n',
  'charts/web/templates/web.yaml': deployment(
    '{{ .Values.replicas }}',
    '\n  labels: { backstage.io/kubernetes-id: {{ .Release.Name }} }',
  ),
};

const argoMark = (app: string) =>
  `\n  annotations: { argocd.argoproj.io/tracking-id: '${app}:apps/Deployment:shop/web' }`;

/** The head of a branch is remembered for some seconds. */
const HEAD_FRESH = 4_100;

const isDrift = (finding: string) => !finding.includes(' expected ');

const replicasAhead =
  'apps/v1/Deployment/shop/web spec.replicas changed drift git-ahead';

// Set KUBEBUILDER_ASSETS to run it against a real control plane.
(binaries ? describe : describe.skip)(
  'GitOps controllers of a real cluster',
  () => {
    let cluster: GitOpsCluster;
    let host: GitHostDouble;
    let bench: Awaited<ReturnType<typeof createGitOpsBench>>;

    beforeAll(async () => {
      cluster = await GitOpsCluster.start(binaries!);
    });
    afterAll(() => cluster?.stop());

    beforeEach(async () => {
      const knex = await databases.init('SQLITE_3');
      await migrate(knex);
      host = await GitHostDouble.start('github');
      bench = await createGitOpsBench(cluster, host, knex);
    });
    afterEach(async () => {
      await cluster.plane.run('admin', [
        ...['delete', 'deployment,configmap', '--all', '-n', 'shop'],
      ]);
      await host.stop();
    });

    const application = (spec: object, status: object, name = 'web') =>
      cluster.put({
        ...{ apiVersion: 'argoproj.io/v1alpha1' },
        kind: 'Application',
        metadata: { name, namespace: 'argocd' },
        ...{
          spec: {
            project: 'shop',
            destination: {
              server: 'https://kubernetes.default.svc',
              namespace: 'shop',
            },
            ...spec,
          },
        },
        status,
      });

    it('compares with the commit that an Application says it applied', async () => {
      const first = host.commit({ 'deploy/web.yaml': deployment(2) }, 'First');
      await cluster.applyAsArgo(deployment(2, argoMark('web')));
      await application(
        {
          source: {
            repoURL: `${host.repository}.git`,
            path: 'deploy',
            targetRevision: 'main',
          },
          syncPolicy: { automated: { selfHeal: true } },
        },
        {
          sync: { status: 'Synced', revision: first },
          history: [
            {
              id: 0,
              revision: first,
              deployedAt: '2026-11-20T14:05:00Z',
              initiatedBy: { automated: true },
            },
          ],
          operationState: {
            phase: 'Succeeded',
            message: 'successfully synced',
          },
        },
      );
      const entity = bench.entity('web', { 'argocd/app-name': 'web' });
      const same = await bench.look(entity);
      expect(same.findings.filter(isDrift)).toEqual([]);
      expect(same.targets).toMatchObject([
        {
          cluster: 'prod',
          namespace: 'shop',
          location: `url:${host.repository}.git`,
          path: 'deploy',
          look: {
            commit: { sha: first, author: 'lena.ortiz' },
            sync: {
              controller: 'Application/argocd/web',
              revision: first,
              appliedAt: Date.parse('2026-11-20T14:05:00Z'),
              phase: 'Succeeded',
              automated: true,
              selfHeal: true,
              message: 'successfully synced',
            },
          },
        },
      ]);

      // Git moves on; the controller does not.
      host.commit({ 'deploy/web.yaml': deployment(3) }, 'Run three');
      await wait(HEAD_FRESH);
      expect((await bench.look(entity)).findings).toContain(replicasAhead);

      // And somebody turns the same field.
      await cluster.plane.mustRun('jane', [
        ...['scale', 'deployment/web', '-n', 'shop', '--replicas=5'],
      ]);
      expect((await bench.look(entity)).findings).toContain(
        'apps/v1/Deployment/shop/web spec.replicas changed drift both',
      );
    });

    it.each([
      ['argocd.argoproj.io/instance', 'by label'],
      [
        'app.kubernetes.io/instance',
        'by the label that Argo CD sets unless it is told otherwise',
      ],
    ])('takes the mark %s for no drift (%s)', async label => {
      const sha = host.commit({ 'deploy/web.yaml': deployment(2) }, 'First');
      await cluster.applyAsArgo(deployment(2, `\n  labels: { ${label}: web }`));
      await application(
        { source: { repoURL: host.repository, path: 'deploy' } },
        { history: [{ id: 0, revision: sha }] },
      );
      const entity = bench.entity('web', { 'argocd/app-name': 'web' });
      const { findings, targets } = await bench.look(entity);
      expect(targets[0].look?.problem).toBeUndefined();
      expect(findings.filter(isDrift)).toEqual([]);
    });

    (hasHelm ? it : it.skip)(
      'templates a chart with values of another source, each at its own commit',
      async () => {
        const first = host.commit(CHART, 'Chart');
        const values = host.commit(
          { 'envs/prod.yaml': 'replicas: 4\n' },
          'Values',
          'values',
        );
        await cluster.applyAsArgo(
          deployment(
            4,
            `${argoMark(
              'multi',
            )}\n  labels: { backstage.io/kubernetes-id: web }`,
          ),
        );
        await application(
          {
            sources: [
              {
                repoURL: host.repository,
                path: 'charts/web',
                targetRevision: 'main',
                helm: {
                  releaseName: 'web',
                  valueFiles: ['values.yaml', '$values/envs/prod.yaml'],
                },
              },
              {
                repoURL: host.repository,
                targetRevision: 'values',
                ref: 'values',
              },
            ],
          },
          {
            history: [{ id: 3, revisions: [first, values] }],
            sync: { status: 'Synced', revisions: [first, values] },
          },
          'multi',
        );
        const entity = bench.entity('web', { 'argocd/app-name': 'multi' });
        const seen = await bench.look(entity);
        expect(seen.targets).toMatchObject([
          {
            path: 'charts/web',
            look: {
              renderedBy: 'helm',
              commit: { sha: first },
              sync: { revision: first },
            },
          },
        ]);
        expect(seen.findings.filter(isDrift)).toEqual([]);
        await cluster.plane.mustRun('jane', [
          ...['scale', 'deployment/web', '-n', 'shop', '--replicas=9'],
        ]);
        expect((await bench.look(entity)).findings).toContain(
          'apps/v1/Deployment/shop/web spec.replicas changed drift live-changed',
        );
      },
    );

    it.each<[string, object, string]>([
      [
        'a chart of a Helm repository',
        {
          repoURL: 'https://charts.example.com',
          chart: 'redis',
          targetRevision: '1.*',
        },
        'a chart of a Helm repository (chart redis)',
      ],
      [
        'a plugin',
        { path: '.', plugin: { name: 'cdk8s' } },
        'a config management plugin (cdk8s)',
      ],
      [
        'Jsonnet',
        { path: '.', directory: { jsonnet: { tlas: [{ name: 'a' }] } } },
        'Jsonnet (directory.jsonnet)',
      ],
    ])('says that %s is not rendered', async (_, source, name) => {
      await application(
        { source: { repoURL: host.repository, ...source } },
        {},
        'unsupported',
      );
      const { targets } = await bench.look(
        bench.entity('web', { 'argocd/app-name': 'unsupported' }),
      );
      expect(targets[0].look).toMatchObject({
        problem: {
          step: 'manifests',
          reason: expect.stringContaining(
            `Application/argocd/unsupported needs what cannot be rendered here: ${name}. Name its rendered manifests in plumbline.io/manifests`,
          ),
        },
        objectsTotal: 0,
      });
    });

    it('reads no repository without an integration, and no namespace that may not be claimed', async () => {
      host.commit({ 'deploy/web.yaml': deployment(2) }, 'First');
      await application(
        { source: { repoURL: 'http://169.254.169.254/latest', path: '.' } },
        {},
        'metadata',
      );
      await application(
        {
          source: { repoURL: host.repository, path: 'deploy' },
          destination: { name: 'in-cluster', namespace: 'kube-system' },
        },
        {},
        'elsewhere',
      );
      const metadata = await bench.look(
        bench.entity('metadata', { 'argocd/app-name': 'metadata' }),
      );
      expect(metadata.targets[0].look?.problem).toEqual({
        step: 'location',
        reason:
          'No integration is configured for 169.254.169.254; the operator adds it under integrations',
      });
      const elsewhere = await bench.look(
        bench.entity('elsewhere', { 'argocd/app-name': 'elsewhere' }),
      );
      expect(elsewhere.targets[0].look?.problem?.reason).toContain(
        'Entities may not claim namespace kube-system on prod',
      );
      expect(host.requests).toEqual([]);
    });

    it('finds what Flux delivers by the labels of its objects, with variables', async () => {
      const labels = (kind: string, name: string) =>
        `\n  labels: { backstage.io/kubernetes-id: web, ${kind}.toolkit.fluxcd.io/name: ${name}, ${kind}.toolkit.fluxcd.io/namespace: flux-system }`;
      const declared = deployment(
        '${REPLICAS}',
        '\n  labels: { backstage.io/kubernetes-id: web }',
      );
      const first = host.commit({ 'apps/web.yaml': declared }, 'First');
      await cluster.put({
        ...{ apiVersion: 'source.toolkit.fluxcd.io/v1' },
        kind: 'GitRepository',
        metadata: { name: 'shop', namespace: 'flux-system' },
        ...{ spec: { url: host.repository, ref: { branch: 'main' } } },
        status: { artifact: { revision: `main@sha1:${first}` } },
      });
      await cluster.put({
        ...{ apiVersion: 'v1', data: { REPLICAS: '6' } },
        kind: 'ConfigMap',
        metadata: { name: 'sizes', namespace: 'flux-system' },
      });
      await cluster.put({
        ...{ apiVersion: 'kustomize.toolkit.fluxcd.io/v1' },
        kind: 'Kustomization',
        metadata: { name: 'apps', namespace: 'flux-system' },
        ...{
          spec: {
            interval: '10m0s',
            path: './apps',
            prune: true,
            targetNamespace: 'shop',
            sourceRef: { kind: 'GitRepository', name: 'shop' },
            postBuild: {
              substituteFrom: [{ kind: 'ConfigMap', name: 'sizes' }],
            },
          },
        },
        status: {
          lastAppliedRevision: `main@sha1:${first}`,
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              reason: 'ReconciliationSucceeded',
              message: `Applied revision: main@sha1:${first}`,
              lastTransitionTime: '2026-11-20T14:07:00Z',
            },
          ],
        },
      });
      await cluster.applyAsFlux(
        deployment(6, labels('kustomize', 'apps')),
        'kustomize-controller',
      );
      await bench.learn();
      const entity = bench.entity('web', {
        'backstage.io/kubernetes-id': 'web',
      });
      const seen = await bench.look(entity);
      expect(seen.targets).toMatchObject([
        {
          path: 'apps',
          namespace: 'shop',
          look: {
            renderedBy: 'kustomize',
            commit: { sha: first },
            sync: {
              controller: 'Kustomization/flux-system/apps',
              revision: first,
              phase: 'ReconciliationSucceeded',
              appliedAt: Date.parse('2026-11-20T14:07:00Z'),
              automated: true,
              selfHeal: true,
              suspended: false,
              intervalSeconds: 600,
            },
          },
        },
      ]);
      expect(seen.findings.filter(isDrift)).toEqual([]);
      host.commit(
        { 'apps/web.yaml': declared.replace('web:1', 'web:2') },
        'Release 2',
      );
      await wait(HEAD_FRESH);
      expect((await bench.look(entity)).findings).toContain(
        'apps/v1/Deployment/shop/web spec.template.spec.containers[name=web].image changed drift git-ahead',
      );
    });

    (hasHelm ? it : it.skip)(
      'takes what Helm itself writes on objects for no drift',
      async () => {
        const sha = host.commit(CHART, 'Chart');
        await cluster.installChart('web', CHART, { replicas: 1 });
        const entity = bench.entity('web', {
          'backstage.io/kubernetes-cluster': 'prod',
          'plumbline.io/manifests': `[{ path: "url:${host.repository}/tree/main/charts/web", namespace: shop }]`,
        });
        const seen = await bench.look(entity);
        expect(seen.targets[0].look).toMatchObject({
          renderedBy: 'helm',
          commit: { sha },
        });
        expect(seen.findings.filter(isDrift)).toEqual([]);
        host.commit({ 'charts/web/values.yaml': 'replicas: 2\n' }, 'Run two');
        await wait(HEAD_FRESH);
        expect((await bench.look(entity)).findings.filter(isDrift)).toEqual([
          expect.stringContaining('spec.replicas changed drift'),
        ]);
      },
    );

    (hasHelm ? it : it.skip)(
      'templates the chart of a HelmRelease, and names what it does not read',
      async () => {
        const sha = host.commit(CHART, 'Chart');
        await cluster.put({
          ...{ apiVersion: 'source.toolkit.fluxcd.io/v1' },
          kind: 'GitRepository',
          metadata: { name: 'charts', namespace: 'flux-system' },
          ...{
            spec: { url: host.repository, ref: { name: 'refs/heads/main' } },
          },
        });
        await cluster.put({
          ...{ apiVersion: 'v1', data: { 'values.yaml': 'replicas: 7\n' } },
          kind: 'ConfigMap',
          metadata: { name: 'web-values', namespace: 'flux-system' },
        });
        const release = (spec: object) =>
          cluster.put({
            ...{ apiVersion: 'helm.toolkit.fluxcd.io/v2' },
            kind: 'HelmRelease',
            metadata: { name: 'web', namespace: 'flux-system' },
            ...{
              spec: {
                interval: '5m',
                releaseName: 'web',
                targetNamespace: 'shop',
                chart: {
                  spec: {
                    chart: './charts/web',
                    sourceRef: { kind: 'GitRepository', name: 'charts' },
                  },
                },
                ...spec,
              },
            },
            status: {
              history: [
                {
                  chartVersion: `1.2.3+${sha.slice(0, 12)}.1`,
                  status: 'deployed',
                  lastDeployed: '2026-11-20T14:09:00Z',
                },
              ],
            },
          });
        await release({
          valuesFrom: [{ kind: 'ConfigMap', name: 'web-values' }],
        });
        await cluster.applyAsFlux(
          deployment(
            7,
            '\n  labels: { backstage.io/kubernetes-id: web, helm.toolkit.fluxcd.io/name: web, helm.toolkit.fluxcd.io/namespace: flux-system }',
          ),
          'helm-controller',
        );
        await bench.learn();
        const entity = bench.entity('web', {
          'backstage.io/kubernetes-id': 'web',
        });
        const seen = await bench.look(entity);
        expect(seen.targets).toMatchObject([
          {
            path: 'charts/web',
            look: {
              renderedBy: 'helm',
              sync: {
                controller: 'HelmRelease/flux-system/web',
                revision: sha.slice(0, 12),
                phase: 'deployed',
                automated: true,
                selfHeal: false,
              },
            },
          },
        ]);
        expect(seen.findings.filter(isDrift)).toEqual([]);
        await release({ valuesFrom: [{ kind: 'Secret', name: 'passwords' }] });
        expect(
          (await bench.look(entity)).targets[0].look?.problem,
        ).toMatchObject({
          reason: expect.stringContaining(
            'values from a Secret (spec.valuesFrom)',
          ),
        });
      },
    );
  },
);
