import { setTimeout as wait } from 'node:timers/promises';
import {
  describeWithCluster,
  describeWithHelm,
  useScene,
} from './__testUtils__/useScene';
import { CHART, HEAD_FRESH, isDrift, web } from './__testUtils__/web';

jest.setTimeout(180_000);

describeWithCluster('Flux and Helm on a real cluster', () => {
  const scene = useScene();

  it('finds what Flux delivers by the labels of its objects, with variables', async () => {
    const labels = (kind: string, name: string) =>
      `labels: { backstage.io/kubernetes-id: web, ${kind}.toolkit.fluxcd.io/name: ${name}, ${kind}.toolkit.fluxcd.io/namespace: flux-system }`;
    const declared = web(
      '${REPLICAS}',
      'labels: { backstage.io/kubernetes-id: web }',
    );
    const first = scene.host.commit({ 'apps/web.yaml': declared }, 'First');
    await scene.cluster.put({
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata: { name: 'shop', namespace: 'flux-system' },
      spec: { url: scene.host.repository, ref: { branch: 'main' } },
      status: { artifact: { revision: `main@sha1:${first}` } },
    });
    await scene.cluster.put({
      apiVersion: 'v1',
      data: { REPLICAS: '6' },
      kind: 'ConfigMap',
      metadata: { name: 'sizes', namespace: 'flux-system' },
    });
    await scene.cluster.put({
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'apps', namespace: 'flux-system' },
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
    await scene.cluster.applyAsFlux(
      web(6, labels('kustomize', 'apps')),
      'kustomize-controller',
    );
    await scene.bench.learn();
    const entity = scene.bench.entity('web', {
      'backstage.io/kubernetes-id': 'web',
    });
    const seen = await scene.bench.look(entity);
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
    scene.host.commit(
      { 'apps/web.yaml': declared.replace('web:1', 'web:2') },
      'Release 2',
    );
    await wait(HEAD_FRESH);
    expect((await scene.bench.look(entity)).findings).toContain(
      'apps/v1/Deployment/shop/web spec.template.spec.containers[name=web].image changed drift git-ahead',
    );
  });

  it('builds the kustomizations below a folder that has none', async () => {
    const labels =
      'labels: { backstage.io/kubernetes-id: web, kustomize.toolkit.fluxcd.io/name: apps, kustomize.toolkit.fluxcd.io/namespace: flux-system }';
    scene.host.commit(
      {
        'apps/settings.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\ndata: { a: b }\n',
        'apps/web/kustomization.yaml':
          'namespace: shop\nresources: [web.yaml]\npatches: [{ path: size.yaml }]\n',
        'apps/web/web.yaml': web(1, labels),
        'apps/web/size.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 4 }\n',
      },
      'First',
    );
    await scene.cluster.put({
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata: { name: 'shop', namespace: 'flux-system' },
      spec: { url: scene.host.repository, ref: { branch: 'main' } },
    });
    await scene.cluster.put({
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'apps', namespace: 'flux-system' },
      spec: {
        interval: '10m0s',
        path: './apps',
        prune: true,
        sourceRef: { kind: 'GitRepository', name: 'shop' },
      },
    });
    await scene.cluster.applyAsFlux(web(4, labels), 'kustomize-controller');
    await scene.bench.learn();
    const { targets, findings } = await scene.bench.look(
      scene.bench.entity('web', { 'backstage.io/kubernetes-id': 'web' }),
    );
    expect(targets[0].look).toMatchObject({
      renderedBy: 'kustomize',
      objectsTotal: 2,
    });
    expect(findings.filter(isDrift)).toEqual([
      expect.stringContaining('ConfigMap/shop/settings'),
    ]);
  });

  describeWithHelm('with a chart', () => {
    it('takes what Helm itself writes on objects for no drift', async () => {
      const sha = scene.host.commit(CHART, 'Chart');
      await scene.cluster.installChart('web', CHART, { replicas: 1 });
      const entity = scene.bench.entity('web', {
        'backstage.io/kubernetes-cluster': 'prod',
        'plumbline.io/manifests': `[{ path: "url:${scene.host.repository}/tree/main/charts/web", namespace: shop }]`,
      });
      const seen = await scene.bench.look(entity);
      expect(seen.targets[0].look).toMatchObject({
        renderedBy: 'helm',
        commit: { sha },
      });
      expect(seen.findings.filter(isDrift)).toEqual([]);
      scene.host.commit(
        { 'charts/web/values.yaml': 'replicas: 2\n' },
        'Run two',
      );
      await wait(HEAD_FRESH);
      expect((await scene.bench.look(entity)).findings.filter(isDrift)).toEqual(
        [expect.stringContaining('spec.replicas changed drift')],
      );
    });

    it('templates the chart of a HelmRelease, and names what it does not read', async () => {
      const sha = scene.host.commit(CHART, 'Chart');
      await scene.cluster.put({
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'GitRepository',
        metadata: { name: 'charts', namespace: 'flux-system' },
        spec: { url: scene.host.repository, ref: { name: 'refs/heads/main' } },
      });
      await scene.cluster.put({
        apiVersion: 'v1',
        data: { 'values.yaml': 'replicas: 7\n' },
        kind: 'ConfigMap',
        metadata: { name: 'web-values', namespace: 'flux-system' },
      });
      const release = (spec: object) =>
        scene.cluster.put({
          apiVersion: 'helm.toolkit.fluxcd.io/v2',
          kind: 'HelmRelease',
          metadata: { name: 'web', namespace: 'flux-system' },
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
      await scene.cluster.applyAsFlux(
        web(
          7,
          'labels: { backstage.io/kubernetes-id: web, helm.toolkit.fluxcd.io/name: web, helm.toolkit.fluxcd.io/namespace: flux-system }',
        ),
        'helm-controller',
      );
      await scene.bench.learn();
      const entity = scene.bench.entity('web', {
        'backstage.io/kubernetes-id': 'web',
      });
      const seen = await scene.bench.look(entity);
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
        (await scene.bench.look(entity)).targets[0].look?.problem,
      ).toMatchObject({
        reason: expect.stringContaining(
          'values from a Secret (spec.valuesFrom)',
        ),
      });
    });
  });
});
