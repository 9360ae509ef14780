import {
  chooseApplications,
  clustersOfInstances,
  readApplicationChoice,
} from './chooseApplications';

const application = (
  name: string,
  namespace: string,
  project: string,
  labels: Record<string, string> = {},
) => ({ metadata: { name, namespace, labels }, spec: { project } });

const ALL = [
  application('web', 'argocd', 'shop', { team: 'shop', tier: 'front' }),
  application('web', 'team-a', 'shop', { team: 'a' }),
  application('db', 'argocd', 'data', { team: 'shop' }),
];

const chosen = (annotations: Record<string, string>) => {
  const choice = readApplicationChoice(annotations);
  return (
    choice &&
    chooseApplications(ALL, choice).map(
      ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
    )
  );
};

describe('Applications that an entity names', () => {
  it.each([
    [{}, undefined],
    [{ 'argocd/app-name': ' ' }, undefined],
    [{ 'argocd/app-name': 'web' }, ['argocd/web', 'team-a/web']],
    [
      { 'argocd/app-name': 'web', 'argocd/app-namespace': 'team-a' },
      ['team-a/web'],
    ],
    [{ 'argocd/app-selector': 'team=shop' }, ['argocd/web', 'argocd/db']],
    [{ 'argocd/app-selector': 'team=shop,tier!=front' }, ['argocd/db']],
    [
      { 'argocd/app-selector': 'team=shop', 'argocd/project-name': 'data' },
      ['argocd/db'],
    ],
    [{ 'argocd/app-name': 'gone' }, []],
  ])('by %j', (annotations, expected) => {
    expect(chosen(annotations as Record<string, string>)).toEqual(expected);
  });

  it('asks the clusters of the instances, or all', () => {
    const choice = readApplicationChoice({
      'argocd/app-name': 'web',
      'argocd/instance-name': 'prod-eu, other',
    });
    const clusters = ['prod-eu', 'prod-us'];
    expect(clustersOfInstances(clusters, choice?.instances ?? [])).toEqual([
      'prod-eu',
    ]);
    expect(clustersOfInstances(clusters, ['main'])).toEqual(clusters);
  });
});
