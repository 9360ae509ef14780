import {
  ClusterAccessError,
  type ClusterAccess,
} from '@plumbline/backstage-plugin-plumbline-node';
import { clusterVersions } from './clusterVersions';

const resource = { plural: 'things', namespaced: true, verbs: ['get'] };

function registry(access: ClusterAccess | undefined) {
  return {
    get: async (name: string) => ({ name, access, claimableNamespaces: [] }),
  };
}

describe('clusterVersions', () => {
  const access: ClusterAccess = {
    cluster: 'prod',
    kind: 'kubeconfig',
    discover: async () => [
      { ...resource, group: 'apps', version: 'v1', kind: 'Thing' },
      { ...resource, group: '', version: 'v1', kind: 'Pod' },
      { ...resource, group: 'apps', version: 'v1', kind: 'Thing' },
    ],
    version: async () => 'v1.33.1',
    get: async () => undefined,
    list: async () => ({ items: [] }),
  };

  it('names versions and kinds once each, in order', async () => {
    expect(await clusterVersions(registry(access), 'prod')).toEqual({
      kubeVersion: 'v1.33.1',
      apiVersions: ['apps/v1', 'apps/v1/Thing', 'v1', 'v1/Pod'],
    });
  });

  it('does without a version where there is none', async () => {
    const recorded = { ...access, version: undefined };
    expect(await clusterVersions(registry(recorded), 'prod')).toMatchObject({
      kubeVersion: undefined,
    });
  });

  it('does without a version that may not be read, and guesses nothing of a cluster that does not answer', async () => {
    const failing = (problem: 'forbidden' | 'unreachable') => ({
      ...access,
      version: async () => {
        throw new ClusterAccessError('prod', problem, 'no');
      },
    });
    expect(
      await clusterVersions(registry(failing('forbidden')), 'prod'),
    ).toMatchObject({ kubeVersion: undefined, apiVersions: { length: 4 } });
    await expect(
      clusterVersions(registry(failing('unreachable')), 'prod'),
    ).rejects.toThrow(ClusterAccessError);
  });

  it('knows nothing of a cluster that cannot be asked', async () => {
    expect(await clusterVersions(registry(undefined), 'prod')).toBeUndefined();
  });
});
