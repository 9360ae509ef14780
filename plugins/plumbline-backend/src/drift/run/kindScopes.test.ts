import { kindScopes, type ScopeEvidence } from './kindScopes';

const NOTHING: ScopeEvidence = { resources: [], stored: [], desired: [] };
const served = (namespaced: boolean) => ({
  group: 'example.com',
  version: 'v1',
  kind: 'Widget',
  plural: 'widgets',
  namespaced,
  verbs: ['get'],
});
const stored = (namespace: string, resource = 'widgets') => ({
  apiGroup: 'example.com',
  kind: 'Widget',
  namespace,
  resource,
});
const definition = (scope: string) => ({
  document: 0,
  object: {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: { group: 'example.com', scope, names: { kind: 'Widget' } },
  },
});

describe('kindScopes', () => {
  it.each<[string, Partial<ScopeEvidence>, string]>([
    ['nothing', {}, 'namespaced'],
    ['the cluster', { resources: [served(false)] }, 'cluster'],
    ['an earlier look', { stored: [stored('')] }, 'cluster'],
    ['a definition', { desired: [definition('Cluster')] }, 'cluster'],
    [
      'the cluster before an earlier look',
      { resources: [served(true)], stored: [stored('')] },
      'namespaced',
    ],
    [
      'an earlier look before a definition',
      { stored: [stored('shop')], desired: [definition('Cluster')] },
      'namespaced',
    ],
    [
      'a definition before an earlier guess',
      { stored: [stored('shop', '')], desired: [definition('Cluster')] },
      'cluster',
    ],
  ])('is told by %s', (_, evidence, scope) => {
    const scopeOf = kindScopes({ ...NOTHING, ...evidence });
    expect(scopeOf('example.com/v1beta1', 'Widget')).toBe(scope);
  });
});
