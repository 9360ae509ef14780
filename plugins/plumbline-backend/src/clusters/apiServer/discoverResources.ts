import {
  ClusterAccessError,
  type ClusterResource,
} from '@plumbline/backstage-plugin-plumbline-node';
import { ACCEPT_DISCOVERY, ACCEPT_JSON } from './accept';
import type { ApiServerClient } from './ApiServerClient';
import {
  parseAggregatedDiscovery,
  parseGroupVersions,
  parseResourceList,
} from './parseDiscovery';

/** All kinds that the API server serves. @throws ClusterAccessError */
export async function discoverResources(
  client: ApiServerClient,
): Promise<ClusterResource[]> {
  const accept = ACCEPT_DISCOVERY;
  const [core, groups] = await Promise.all([
    client.read('/api', { accept }),
    client.read('/apis', { accept }),
  ]);
  const aggregatedCore = parseAggregatedDiscovery(core);
  const aggregatedGroups = parseAggregatedDiscovery(groups);
  if (aggregatedCore && aggregatedGroups) {
    return [...aggregatedCore, ...aggregatedGroups];
  }
  return discoverGroupByGroup(client, groups);
}

/** For servers before 1.27, and for proxies that answer on their own. */
async function discoverGroupByGroup(
  client: ApiServerClient,
  groups: unknown,
): Promise<ClusterResource[]> {
  const groupVersions = parseGroupVersions(groups);
  if (!groupVersions) {
    throw client.error({
      problem: 'invalid-answer',
      message: '/apis is no list of API groups',
    });
  }
  const lists = await Promise.all([
    readResources(client, '/api/v1'),
    ...groupVersions.map(groupVersion =>
      readResources(client, `/apis/${groupVersion}`),
    ),
  ]);
  return lists.flat();
}

async function readResources(
  client: ApiServerClient,
  path: string,
): Promise<ClusterResource[]> {
  try {
    const document = await client.read(path, { accept: ACCEPT_JSON });
    return parseResourceList(document) ?? [];
  } catch (error) {
    // An aggregated API whose server is down takes only its own kinds with it.
    if (
      path !== '/api/v1' &&
      error instanceof ClusterAccessError &&
      ['invalid-answer', 'unknown-kind'].includes(error.problem)
    ) {
      return [];
    }
    throw error;
  }
}
