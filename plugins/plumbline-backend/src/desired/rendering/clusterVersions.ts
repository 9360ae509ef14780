import type {
  ClusterRegistry,
  ClusterResource,
  ClusterVersions,
} from '@plumbline/backstage-plugin-plumbline-node';

/**
 * Asks a cluster what it can do.
 *
 * @returns undefined when it is not there to be asked
 * @throws ClusterAccessError when it does not answer
 */
export async function clusterVersions(
  clusters: Pick<ClusterRegistry, 'get'>,
  name: string,
): Promise<ClusterVersions | undefined> {
  const access = (await clusters.get(name))?.access;
  if (!access) {
    return undefined;
  }
  const [resources, kubeVersion] = await Promise.all([
    access.discover(),
    access.version?.(),
  ]);
  return { kubeVersion, apiVersions: apiVersionsOf(resources) };
}

/** In the form in which charts ask for them. */
function apiVersionsOf(resources: readonly ClusterResource[]): string[] {
  const names = resources.flatMap(({ group, version, kind }) => {
    const apiVersion = group === '' ? version : `${group}/${version}`;
    return [apiVersion, `${apiVersion}/${kind}`];
  });
  return [...new Set(names)].sort();
}
