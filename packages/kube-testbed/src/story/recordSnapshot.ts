import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ControlPlane } from '../cluster/ControlPlane';
import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { ResourceType, apiVersionOf } from '../kubernetes/ResourceType';

/**
 * `snapshot.json`: what a snapshot folder holds.
 *
 * @internal
 */
export interface SnapshotIndex {
  recordedAt: string;
  kubernetesVersion: string;
  resources: (ResourceType & { file: string })[];
}

/** Reads as a node, which the audit policy leaves out. */
const READER = 'node';

/** Bookkeeping of the control plane that nobody compares with Git. */
const LEFT_OUT = new Set([
  'componentstatuses',
  'endpoints',
  'endpointslices',
  'events',
  'leases',
  'leasecandidates',
  'flowschemas',
  'prioritylevelconfigurations',
  'clusterroles',
  'clusterrolebindings',
  'apiservices',
  'ipaddresses',
  'servicecidrs',
  'controllerrevisions',
]);

interface ResourceList {
  resources: {
    name: string;
    kind: string;
    namespaced: boolean;
    verbs: string[];
  }[];
}

/**
 * Writes every object of a cluster into a folder: `snapshot.json` and one List per resource, as the API server answered,
 * with apiVersion and kind on each item. Of Secrets only the metadata is kept.
 *
 * @internal
 */
export async function recordSnapshot(
  plane: ControlPlane,
  folder: string,
): Promise<SnapshotIndex> {
  await mkdir(folder, { recursive: true });
  const get = async (url: string) =>
    JSON.parse(await plane.mustRun(READER, ['get', '--raw', url]));
  const { gitVersion } = await get('/version');
  const resources: SnapshotIndex['resources'] = [];
  for (const { group, version } of await groupVersions(get)) {
    const root = group === '' ? '/api/v1' : `/apis/${group}/${version}`;
    const { resources: types } = (await get(root)) as ResourceList;
    for (const { name, kind, namespaced, verbs } of types) {
      if (!verbs.includes('list') || name.includes('/') || LEFT_OUT.has(name)) {
        continue;
      }
      const type = { group, version, kind, plural: name, namespaced };
      const list = await get(`${root}/${name}`);
      const items = (list.items as KubernetesObject[]).map(item =>
        asRecorded(item, type),
      );
      const file = `${name}.${group || 'core'}.json`;
      await writeFile(
        path.join(folder, file),
        `${JSON.stringify({ ...list, items }, undefined, 1)}\n`,
      );
      resources.push({ ...type, file });
    }
  }
  const index = {
    recordedAt: new Date().toISOString(),
    kubernetesVersion: gitVersion,
    resources,
  };
  await writeFile(
    path.join(folder, 'snapshot.json'),
    `${JSON.stringify(index, undefined, 2)}\n`,
  );
  return index;
}

async function groupVersions(
  get: (url: string) => Promise<{
    groups: { name: string; preferredVersion: { version: string } }[];
  }>,
): Promise<{ group: string; version: string }[]> {
  const { groups } = await get('/apis');
  return [
    { group: '', version: 'v1' },
    ...groups.map(({ name, preferredVersion }) => ({
      group: name,
      version: preferredVersion.version,
    })),
  ];
}

function asRecorded(
  item: KubernetesObject,
  type: ResourceType,
): KubernetesObject {
  const typed: KubernetesObject = {
    ...item,
    apiVersion: apiVersionOf(type),
    kind: type.kind,
  };
  if (type.group === '' && type.kind === 'Secret') {
    const { data: _data, stringData: _stringData, ...metadataOnly } = typed;
    return metadataOnly;
  }
  return typed;
}
