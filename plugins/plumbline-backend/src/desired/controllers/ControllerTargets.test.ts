import { ClusterAccessError } from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';
import type { FluxDelivery } from '../../catalog';
import { ControllerObjects } from './ControllerObjects';
import { ControllerTargets } from './ControllerTargets';
import { GitOpsControllers } from './GitOpsControllers';

const REPOSITORY = 'https://lena:hunter2@github.com/shop/deploy.git';

const application = (
  name: string,
  destination: object,
  source: object = { path: 'deploy' },
): KubeObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name, namespace: 'argocd', labels: { team: 'shop' } },
  spec: {
    source: { repoURL: REPOSITORY, ...source },
    destination,
  } as never,
});

const OWN = { server: 'https://kubernetes.default.svc', namespace: 'shop' };

/** Targets of an entity, with a cluster `tools` that holds objects and one `prod` without Argo CD and Flux. */
function targetsOf(options: {
  annotations?: Record<string, string>;
  objects?: KubeObject[];
  deliveries?: FluxDelivery[];
  fault?: ClusterAccessError;
}) {
  const { annotations = {}, objects = [], deliveries = [], fault } = options;
  const known = ['tools', 'prod'].map(name => ({
    name,
    claimableNamespaces: ['shop'],
    access: {
      cluster: name,
      kind: 'kubeconfig' as const,
      discover: async () =>
        name === 'prod'
          ? []
          : ['applications', 'kustomizations', 'gitrepositories'].map(
              plural => ({
                group: {
                  applications: 'argoproj.io',
                  kustomizations: 'kustomize.toolkit.fluxcd.io',
                  gitrepositories: 'source.toolkit.fluxcd.io',
                }[plural] as string,
                version: 'v1',
                kind: plural,
                plural,
                namespaced: true,
                verbs: ['get', 'list'],
              }),
            ),
      get: async () => undefined,
      list: async ({ plural }: { plural: string }) => {
        if (fault) {
          throw fault;
        }
        return {
          items: objects.filter(
            ({ kind }) => plural === `${kind.toLowerCase()}s`,
          ),
        };
      },
    },
  }));
  const clusters = {
    list: async () => known,
    get: async (name: string) => known.find(item => item.name === name),
  };
  return new ControllerTargets({
    clusters,
    controllers: new GitOpsControllers(new ControllerObjects({ clusters })),
    deliveries: { of: async () => deliveries },
  }).of({
    entityRef: 'component:default/web',
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'web', annotations },
    },
  });
}

const NAMED = { 'argocd/app-name': 'web' };

describe('ControllerTargets', () => {
  it('knows nothing of an entity that no controller delivers', async () => {
    expect(await targetsOf({})).toBeUndefined();
  });

  it('finds an Application and shows no credentials of its repository', async () => {
    const found = await targetsOf({
      annotations: NAMED,
      objects: [application('web', OWN), application('other', OWN)],
    });
    expect(found).toMatchObject({
      kind: 'targets',
      unread: undefined,
      targets: [
        {
          cluster: 'tools',
          namespace: 'shop',
          location: 'url:https://github.com/shop/deploy.git',
          path: 'deploy',
          controller: {
            cluster: 'tools',
            kind: 'Application',
            namespace: 'argocd',
            name: 'web',
            source: 0,
          },
          problem: undefined,
        },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('knows the repositories that values come from, and shows no credentials of them', async () => {
    const several = {
      ...application('web', OWN),
      spec: {
        destination: OWN,
        sources: [
          {
            repoURL: REPOSITORY,
            path: 'charts/web',
            helm: { valueFiles: ['$values/a.yaml', '$values/b.yaml'] },
          },
          {
            repoURL: 'https://lena:hunter2@github.com/shop/values',
            ref: 'values',
          },
        ],
      } as never,
    };
    const found = await targetsOf({ annotations: NAMED, objects: [several] });
    expect(found).toMatchObject({
      targets: [
        { controller: { valuesFrom: ['url:https://github.com/shop/values'] } },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('stays the same target when the Application turns to another folder', async () => {
    const idWith = async (path: string) => {
      const found = await targetsOf({
        annotations: NAMED,
        objects: [application('web', OWN, { path })],
      });
      return found?.kind === 'targets' ? found.targets[0].id : undefined;
    };
    expect(await idWith('deploy')).toBe(await idWith('elsewhere'));
  });

  it.each<[object, Record<string, string>, string, string | undefined]>([
    [{ name: 'prod', namespace: 'shop' }, {}, 'prod', undefined],
    [
      { name: 'gone', namespace: 'shop' },
      {},
      'gone',
      'Application/argocd/web delivers to gone, but no cluster of that name is configured in plumbline.clusters',
    ],
    [
      { server: 'https://10.0.0.1', namespace: 'shop' },
      {},
      '',
      'Application/argocd/web delivers to https://10.0.0.1. Which cluster is that? Name it in backstage.io/kubernetes-cluster',
    ],
    [
      { server: 'https://10.0.0.1', namespace: 'shop' },
      { 'backstage.io/kubernetes-cluster': 'prod' },
      'prod',
      undefined,
    ],
    [
      { name: 'prod', namespace: 'kube-system' },
      {},
      'prod',
      "Entities may not claim namespace kube-system on prod. The operator can allow it with 'kube-system' in plumbline.clusters, claimable.namespaces of prod.",
    ],
  ])(
    'delivered to %j with %j: %s, %s',
    async (destination, annotations, cluster, problem) => {
      expect(
        await targetsOf({
          annotations: { ...NAMED, ...annotations },
          objects: [application('web', destination)],
        }),
      ).toMatchObject({ targets: [{ cluster, problem }] });
    },
  );

  it('says that there is no such Application, unless it could not look everywhere', async () => {
    expect(await targetsOf({ annotations: NAMED })).toEqual({
      kind: 'not-set-up',
      missingAnnotation: 'argocd/app-name',
      reason:
        'There is no Application web on any cluster that can be looked at; check the annotation argocd/app-name',
    });
    expect(
      await targetsOf({
        annotations: NAMED,
        fault: new ClusterAccessError('tools', 'forbidden', 'may not list'),
      }),
    ).toMatchObject({
      kind: 'targets',
      unread: 'tools: may not list',
      targets: [
        {
          cluster: '',
          problem:
            'No Application web was found where one could look, and it could not be looked everywhere. tools: may not list',
        },
      ],
    });
  });

  it('says that a selector cannot be read', async () => {
    expect(
      await targetsOf({ annotations: { 'argocd/app-selector': 'a in (' } }),
    ).toMatchObject({
      kind: 'not-set-up',
      missingAnnotation: 'argocd/app-selector',
    });
  });

  it('does not guess which manifests of a shared Kustomization are whose', async () => {
    const controller = {
      cluster: 'tools',
      kind: 'Kustomization' as const,
      namespace: 'flux-system',
      name: 'apps',
    };
    expect(
      await targetsOf({ deliveries: [{ controller, entities: 2 }] }),
    ).toMatchObject({
      targets: [
        {
          problem:
            'Kustomization/flux-system/apps on tools delivers the objects of 2 entities, so it does not say which manifests are of this one; name them in plumbline.io/manifests',
        },
      ],
    });
  });
});
