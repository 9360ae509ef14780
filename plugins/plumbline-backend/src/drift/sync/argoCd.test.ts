import { setTimeout as wait } from 'node:timers/promises';
import {
  describeWithCluster,
  describeWithHelm,
  useScene,
} from './__testUtils__/useScene';
import { CHART, HEAD_FRESH, isDrift, web } from './__testUtils__/web';

jest.setTimeout(180_000);

const argoMark = (app: string) =>
  `annotations: { argocd.argoproj.io/tracking-id: '${app}:apps/Deployment:shop/web' }`;

describeWithCluster('Argo CD on a real cluster', () => {
  const scene = useScene();

  const application = (spec: object, status: object, name = 'web') =>
    scene.cluster.put({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name, namespace: 'argocd' },
      spec: {
        project: 'shop',
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: 'shop',
        },
        ...spec,
      },
      status,
    });

  it('compares with the commit that an Application says it applied', async () => {
    const first = scene.host.commit({ 'deploy/web.yaml': web(2) }, 'First');
    await scene.cluster.applyAsArgo(web(2, argoMark('web')));
    await application(
      {
        source: {
          repoURL: `${scene.host.repository}.git`,
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
    const entity = scene.bench.entity('web', { 'argocd/app-name': 'web' });
    const same = await scene.bench.look(entity);
    expect(same.findings.filter(isDrift)).toEqual([]);
    expect(same.targets).toMatchObject([
      {
        cluster: 'prod',
        namespace: 'shop',
        location: `url:${scene.host.repository}.git`,
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
    scene.host.commit({ 'deploy/web.yaml': web(3) }, 'Run three');
    await wait(HEAD_FRESH);
    expect((await scene.bench.look(entity)).findings).toContain(
      'apps/v1/Deployment/shop/web spec.replicas changed drift git-ahead',
    );

    // And somebody turns the same field.
    await scene.cluster.plane.mustRun('jane', [
      ...['scale', 'deployment/web', '-n', 'shop', '--replicas=5'],
    ]);
    expect((await scene.bench.look(entity)).findings).toContain(
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
    const sha = scene.host.commit({ 'deploy/web.yaml': web(2) }, 'First');
    await scene.cluster.applyAsArgo(web(2, `labels: { ${label}: web }`));
    await application(
      { source: { repoURL: scene.host.repository, path: 'deploy' } },
      { history: [{ id: 0, revision: sha }] },
    );
    const entity = scene.bench.entity('web', { 'argocd/app-name': 'web' });
    const { findings, targets } = await scene.bench.look(entity);
    expect(targets[0].look?.problem).toBeUndefined();
    expect(findings.filter(isDrift)).toEqual([]);
  });

  it('runs the image that an updater wrote beside the manifests', async () => {
    const updated = (tag: string) => ({
      'deploy/.argocd-source-web.yaml': `kustomize: { images: ['example.com/web:${tag}'] }\n`,
    });
    const first = scene.host.commit(
      {
        'deploy/kustomization.yaml': 'resources: [web.yaml]\n',
        'deploy/web.yaml': web(2),
        ...updated('7'),
      },
      'First',
    );
    await scene.cluster.applyAsArgo(
      web(2, argoMark('web')).replace('web:1', 'web:7'),
    );
    await application(
      { source: { repoURL: scene.host.repository, path: 'deploy' } },
      { history: [{ id: 0, revision: first }] },
    );
    const entity = scene.bench.entity('web', { 'argocd/app-name': 'web' });
    const { targets, findings } = await scene.bench.look(entity);
    expect(targets[0].look).toMatchObject({ renderedBy: 'kustomize' });
    expect(targets[0].look?.problem).toBeUndefined();
    expect(findings.filter(isDrift)).toEqual([]);

    // What was applied is made of the file as it was then.
    scene.host.commit(updated('8'), 'Update the image');
    await wait(HEAD_FRESH);
    expect((await scene.bench.look(entity)).findings.filter(isDrift)).toEqual([
      'apps/v1/Deployment/shop/web spec.template.spec.containers[name=web].image changed drift git-ahead',
    ]);
  });

  describeWithHelm('with a chart', () => {
    it('templates a chart with values of another source, each at its own commit', async () => {
      const first = scene.host.commit(CHART, 'Chart');
      const values = scene.host.commit(
        { 'envs/prod.yaml': 'replicas: 4\n' },
        'Values',
        'values',
      );
      await scene.cluster.applyAsArgo(
        web(
          4,
          `${argoMark('multi')}\n  labels: { backstage.io/kubernetes-id: web }`,
        ),
      );
      await application(
        {
          sources: [
            {
              repoURL: scene.host.repository,
              path: 'charts/web',
              targetRevision: 'main',
              helm: {
                releaseName: 'web',
                valueFiles: ['values.yaml', '$values/envs/prod.yaml'],
              },
            },
            {
              repoURL: scene.host.repository,
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
      const entity = scene.bench.entity('web', { 'argocd/app-name': 'multi' });
      const seen = await scene.bench.look(entity);
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
      await scene.cluster.plane.mustRun('jane', [
        ...['scale', 'deployment/web', '-n', 'shop', '--replicas=9'],
      ]);
      expect((await scene.bench.look(entity)).findings).toContain(
        'apps/v1/Deployment/shop/web spec.replicas changed drift live-changed',
      );
    });
  });

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
      { source: { repoURL: scene.host.repository, ...source } },
      {},
      'unsupported',
    );
    const { targets } = await scene.bench.look(
      scene.bench.entity('web', { 'argocd/app-name': 'unsupported' }),
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
    scene.host.commit({ 'deploy/web.yaml': web(2) }, 'First');
    await application(
      { source: { repoURL: 'http://169.254.169.254/latest', path: '.' } },
      {},
      'metadata',
    );
    await application(
      {
        source: { repoURL: scene.host.repository, path: 'deploy' },
        destination: { name: 'in-cluster', namespace: 'kube-system' },
      },
      {},
      'elsewhere',
    );
    const metadata = await scene.bench.look(
      scene.bench.entity('metadata', { 'argocd/app-name': 'metadata' }),
    );
    expect(metadata.targets[0].look?.problem).toEqual({
      step: 'location',
      reason:
        'No integration is configured for 169.254.169.254; the operator adds it under integrations',
    });
    const elsewhere = await scene.bench.look(
      scene.bench.entity('elsewhere', { 'argocd/app-name': 'elsewhere' }),
    );
    expect(elsewhere.targets[0].look?.problem?.reason).toContain(
      'Entities may not claim namespace kube-system on prod',
    );
    expect(scene.host.requests).toEqual([]);
  });
});
