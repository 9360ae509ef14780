import { ResourceType, apiVersionOf } from './ResourceType';

const VERBS = ['get', 'list', 'watch'];

interface GroupVersions {
  group: string;
  versions: Map<string, ResourceType[]>;
}

function byGroup(types: readonly ResourceType[]): GroupVersions[] {
  const groups = new Map<string, GroupVersions>();
  for (const type of types) {
    const entry = groups.get(type.group) ?? {
      group: type.group,
      versions: new Map(),
    };
    groups.set(type.group, entry);
    entry.versions.set(type.version, [
      ...(entry.versions.get(type.version) ?? []),
      type,
    ]);
  }
  return [...groups.values()];
}

/**
 * The aggregated discovery document (`apidiscovery.k8s.io/v2`) of `/api` (core group) or `/apis` (all others).
 *
 * @internal
 */
export function aggregatedDiscovery(
  types: readonly ResourceType[],
  root: '/api' | '/apis',
): object {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: byGroup(types)
      .filter(({ group }) => (group === '') === (root === '/api'))
      .map(({ group, versions }) => ({
        metadata: group === '' ? {} : { name: group },
        versions: [...versions].map(([version, resources]) => ({
          version,
          freshness: 'Current',
          resources: resources.map(type => ({
            resource: type.plural,
            responseKind: {
              group: type.group,
              version: type.version,
              kind: type.kind,
            },
            scope: type.namespaced ? 'Namespaced' : 'Cluster',
            singularResource: type.kind.toLowerCase(),
            verbs: VERBS,
          })),
        })),
      })),
  };
}

function groupEntry({ group, versions }: GroupVersions) {
  const list = [...versions.keys()].map(version => ({
    groupVersion: `${group}/${version}`,
    version,
  }));
  return { name: group, versions: list, preferredVersion: list[0] };
}

/**
 * The discovery document of one path (`/api`, `/apis`, `/version`, `/api/v1`, `/apis/GROUP`, `/apis/GROUP/VERSION`) in
 * the form from before aggregated discovery; `undefined` where there is nothing.
 *
 * @internal
 */
export function plainDiscovery(
  types: readonly ResourceType[],
  path: string,
  kubernetesVersion: string,
): object | undefined {
  if (path === '/version') {
    const [, major, minor] = /^v(\d+)\.(\d+)/.exec(kubernetesVersion) ?? [];
    return { major, minor, gitVersion: kubernetesVersion };
  }
  if (path === '/api') {
    return { kind: 'APIVersions', versions: ['v1'] };
  }
  const groups = byGroup(types).filter(({ group }) => group !== '');
  if (path === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.map(groupEntry),
    };
  }
  const wanted = path.replace(/^\/apis?\//, '');
  const group = groups.find(entry => entry.group === wanted);
  if (group) {
    return { kind: 'APIGroup', apiVersion: 'v1', ...groupEntry(group) };
  }
  const resources = types.filter(type => apiVersionOf(type) === wanted);
  if (resources.length === 0) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: wanted,
    resources: resources.map(type => ({
      name: type.plural,
      singularName: type.kind.toLowerCase(),
      namespaced: type.namespaced,
      kind: type.kind,
      verbs: VERBS,
    })),
  };
}
