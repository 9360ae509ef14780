import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How a configured cluster is reached. */
export type ClusterAccessConfig =
  | { kind: 'kubernetes' }
  | { kind: 'kubeconfig'; path: string; context?: string }
  | { kind: 'inCluster' }
  | { kind: 'snapshot'; folder: string }
  | { kind: 'none' };

/** One entry of `plumbline.clusters`. */
export interface ClusterConfig {
  name: string;
  title?: string;
  access: ClusterAccessConfig;
  auditSubject?: string;
  claimableNamespaces: string[];
}

/**
 * Reads `plumbline.clusters`.
 *
 * @returns undefined when it is left out
 * @throws InputError that names the key
 */
export function readClusters(
  config: Config | undefined,
): ClusterConfig[] | undefined {
  const entries = config?.getOptionalConfigArray('clusters');
  if (!entries) {
    return undefined;
  }
  const clusters = entries.map((entry, index) =>
    readCluster(entry, `plumbline.clusters[${index}]`),
  );
  rejectRepeats(
    clusters.map(cluster => cluster.name),
    name => `plumbline.clusters: '${name}' stands twice`,
  );
  rejectRepeats(
    clusters.flatMap(cluster => cluster.auditSubject ?? []),
    subject =>
      `plumbline.clusters: auditSubject '${subject}' is bound to two clusters; give each its own`,
  );
  return clusters;
}

function readCluster(entry: Config, key: string): ClusterConfig {
  const name = entry.getString('name');
  if (!/^[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9])?$/.test(name)) {
    throw new InputError(
      `${key}.name: '${name}' must consist of letters, digits, '.', '_', ':' and '-'`,
    );
  }
  return {
    name,
    title: entry.getOptionalString('title'),
    access: readAccess(entry, key),
    auditSubject: entry.getOptionalString('auditSubject'),
    claimableNamespaces:
      entry.getOptionalStringArray('claimable.namespaces') ?? [],
  };
}

function readAccess(entry: Config, key: string): ClusterAccessConfig {
  const kind = entry.getOptionalString('access') ?? 'kubernetes';
  switch (kind) {
    case 'kubernetes':
    case 'inCluster':
    case 'none':
      return { kind };
    case 'kubeconfig': {
      const path = entry.getOptionalString('kubeconfig.path');
      if (!path) {
        throw new InputError(
          `${key}.kubeconfig.path is missing; access: kubeconfig needs it`,
        );
      }
      const context = entry.getOptionalString('kubeconfig.context');
      return { kind, path, context };
    }
    case 'snapshot': {
      const folder = entry.getOptionalString('snapshot.folder');
      if (!folder) {
        throw new InputError(
          `${key}.snapshot.folder is missing; access: snapshot needs it`,
        );
      }
      return { kind, folder };
    }
    default:
      throw new InputError(
        `${key}.access: '${kind}' is none of kubernetes, kubeconfig, inCluster, snapshot, none`,
      );
  }
}

function rejectRepeats(
  values: string[],
  message: (value: string) => string,
): void {
  const repeated = values.find(
    (value, index) => values.indexOf(value) !== index,
  );
  if (repeated !== undefined) {
    throw new InputError(message(repeated));
  }
}
