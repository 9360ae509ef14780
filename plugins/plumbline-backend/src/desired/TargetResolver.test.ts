import type { KnownCluster } from '@plumbline/backstage-plugin-plumbline-node';
import { TargetResolver } from './TargetResolver';

const MANIFESTS = 'plumbline.io/manifests';

const cluster = (name: string, ...claimableNamespaces: string[]) => ({
  name,
  claimableNamespaces,
});

function resolve(
  annotations: Record<string, string>,
  clusters: KnownCluster[] = [cluster('prod-eu', 'payments', 'team-a-*')],
) {
  return new TargetResolver({
    clusters: {
      list: async () => clusters,
      get: async name => clusters.find(known => known.name === name),
    },
    controllers: { of: async () => undefined },
  }).resolve({
    entityRef: 'component:default/payments-api',
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'payments-api',
        annotations: {
          'backstage.io/source-location':
            'url:https://github.com/a/b/tree/main/',
          ...annotations,
        },
      },
    },
  });
}

async function targets(...args: Parameters<typeof resolve>) {
  const resolved = await resolve(...args);
  return resolved.kind === 'targets' ? resolved.targets : [];
}

describe('TargetResolver', () => {
  it('says which annotation is missing', async () => {
    expect(await resolve({})).toMatchObject({
      kind: 'not-set-up',
      missingAnnotation: MANIFESTS,
    });
  });

  it('says which key is wrong', async () => {
    expect(await resolve({ [MANIFESTS]: '../other' })).toMatchObject({
      kind: 'not-set-up',
      reason: expect.stringContaining('..'),
    });
  });

  it('takes the only cluster, and the namespace of the entity', async () => {
    expect(
      await targets({
        [MANIFESTS]: 'deploy/prod',
        'backstage.io/kubernetes-namespace': 'payments',
      }),
    ).toMatchObject([
      {
        cluster: 'prod-eu',
        namespace: 'payments',
        location: 'url:https://github.com/a/b/tree/main/',
        path: 'deploy/prod',
        renderer: undefined,
        problem: undefined,
      },
    ]);
  });

  it('asks which cluster when there are several', async () => {
    const clusters = [cluster('prod-eu', '*'), cluster('edge-us', '*')];
    const [unclear] = await targets({ [MANIFESTS]: 'deploy' }, clusters);
    expect(unclear.problem).toMatch(/^Which cluster\? 2 are configured/);
    const [clear] = await targets(
      { [MANIFESTS]: 'deploy', 'backstage.io/kubernetes-cluster': 'edge-us' },
      clusters,
    );
    expect(clear).toMatchObject({ cluster: 'edge-us', problem: undefined });
  });

  it('lets a target say more than the entity', async () => {
    const declared = await targets(
      {
        [MANIFESTS]:
          '- { path: a, cluster: edge-us, namespace: team-a-x }\n- { path: url:https://github.com/c/d/blob/main/x.yaml }',
        'backstage.io/kubernetes-cluster': 'prod-eu',
      },
      [cluster('prod-eu', '*'), cluster('edge-us', 'team-a-*')],
    );
    expect(declared).toMatchObject([
      { cluster: 'edge-us', namespace: 'team-a-x', path: 'a' },
      {
        cluster: 'prod-eu',
        namespace: 'default',
        location: 'url:https://github.com/c/d/tree/main',
        path: 'x.yaml',
      },
    ]);
    expect(new Set(declared.map(({ id }) => id)).size).toBe(2);
  });

  it('does not let an entity claim what the operator does not allow', async () => {
    const [target] = await targets({
      [MANIFESTS]: '- { path: a, namespace: kube-system }',
    });
    expect(target.problem).toContain(
      'Entities may not claim namespace kube-system on prod-eu',
    );
  });

  it('names an unknown cluster', async () => {
    const [target] = await targets({
      [MANIFESTS]: '- { path: a, cluster: nope }',
    });
    expect(target.problem).toContain('No cluster of the name nope');
  });

  it('refuses a source location with credentials', async () => {
    expect(
      await resolve({
        [MANIFESTS]: 'a',
        'backstage.io/source-location': 'url:https://me:pw@github.com/a/b/',
      }),
    ).toMatchObject({
      kind: 'not-set-up',
      reason: expect.not.stringContaining('pw'),
    });
  });
});
