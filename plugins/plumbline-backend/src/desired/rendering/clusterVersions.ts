import {
  ClusterAccessError,
  type ClusterAccess,
  type ClusterRegistry,
  type ClusterResource,
  type ClusterVersions,
} from '@plumbline/backstage-plugin-plumbline-node';

/**
 * Asks a cluster what it can do. One that does not answer is not guessed at: a chart may leave out whole objects for what
 * it is not told of, and without the cluster there is nothing to compare with anyway.
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
    versionOf(access),
  ]);
  return { kubeVersion, apiVersions: apiVersionsOf(resources) };
}

/** Where only the version may not be read, all else is worth reading. */
async function versionOf(access: ClusterAccess): Promise<string | undefined> {
  try {
    return await access.version?.();
  } catch (error) {
    if (error instanceof ClusterAccessError && error.problem === 'forbidden') {
      return undefined;
    }
    throw error;
  }
}

/** In the form in which charts ask for them. */
function apiVersionsOf(resources: readonly ClusterResource[]): string[] {
  const names = resources.flatMap(({ group, version, kind }) => {
    const apiVersion = group === '' ? version : `${group}/${version}`;
    return [apiVersion, `${apiVersion}/${kind}`];
  });
  return [...new Set(names)].sort();
}
