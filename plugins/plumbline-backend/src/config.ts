import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_SCORE_PARAMETERS,
  type ScoreParameters,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { ActorClassification } from '@plumbline/kube-audit';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

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

/** Where audit events are listened for beside the portal's port. */
export interface IngestListenerConfig {
  host: string;
  port: number;
  /** PEM. */
  cert: string;
  /** PEM. */
  key: string;
}

/** Everything under `plumbline:`, checked, with defaults. Durations are milliseconds. */
export interface PlumblineConfig {
  /** Undefined when left out: then the kubernetes plugin's clusters are used. */
  clusters?: ClusterConfig[];
  ingest: {
    listener?: IngestListenerConfig;
    maxBodyBytes: number;
    maxEventBytes: number;
  };
  audit: {
    /** Undefined keeps events for ever. */
    retention?: number;
    cleanup: SchedulerServiceTaskScheduleDefinition;
    silentAfter: number;
    actors: ActorClassification;
  };
  friction: { ruleFiles: string[]; score: ScoreParameters };
  git: {
    localFolders: string[];
    limits: { bytes: number; files: number; depth: number };
  };
  drift: {
    schedule: SchedulerServiceTaskScheduleDefinition;
    hintDelay: number;
    concurrency: number;
    gitopsManagers: string[];
  };
  ownerIndex: { schedule: SchedulerServiceTaskScheduleDefinition };
  secretKey?: string;
}

const MILLISECONDS_PER_DAY = 86_400_000;
const MEBIBYTE = 1024 * 1024;

/**
 * Reads and checks `plumbline:` of app-config.
 *
 * @throws InputError that names the key
 */
export function readPlumblineConfig(root: RootConfigService): PlumblineConfig {
  const config = root.getOptionalConfig('plumbline');
  const section = (key: string) => config?.getOptionalConfig(key);
  return {
    clusters: readClusters(config),
    ingest: {
      listener: readListener(config?.getOptionalConfig('ingest.listener')),
      maxBodyBytes: readPositive(config, 'ingest.maxBodyBytes', 32 * MEBIBYTE),
      maxEventBytes: readPositive(config, 'ingest.maxEventBytes', 4 * MEBIBYTE),
    },
    audit: {
      retention: readRetention(section('audit')),
      cleanup: readSchedule(config, 'audit.cleanup', {
        frequency: { hours: 1 },
        timeout: { minutes: 30 },
        initialDelay: { minutes: 1 },
      }),
      silentAfter: readDuration(config, 'audit.silentAfter', { minutes: 15 }),
      actors: {
        humans: config?.getOptionalStringArray('audit.actors.humans'),
        ci: config?.getOptionalStringArray('audit.actors.ci'),
        gitops: config?.getOptionalStringArray('audit.actors.gitops'),
        controllers: config?.getOptionalStringArray('audit.actors.controllers'),
      },
    },
    friction: {
      ruleFiles: config?.getOptionalStringArray('friction.ruleFiles') ?? [],
      score: readScoreParameters(config),
    },
    git: {
      localFolders: config?.getOptionalStringArray('git.localFolders') ?? [],
      limits: {
        bytes: readPositive(config, 'git.limits.bytes', 10 * MEBIBYTE),
        files: readPositive(config, 'git.limits.files', 2000),
        depth: readPositive(config, 'git.limits.depth', 16),
      },
    },
    drift: {
      schedule: readSchedule(config, 'drift.schedule', {
        frequency: { minutes: 10 },
        timeout: { minutes: 10 },
        initialDelay: { seconds: 5 },
      }),
      hintDelay: readDuration(config, 'drift.hintDelay', { seconds: 1 }),
      concurrency: readPositive(config, 'drift.concurrency', 4),
      gitopsManagers:
        config?.getOptionalStringArray('drift.gitopsManagers') ?? [],
    },
    ownerIndex: {
      schedule: readSchedule(config, 'ownerIndex.schedule', {
        frequency: { minutes: 5 },
        timeout: { minutes: 5 },
        initialDelay: { seconds: 2 },
      }),
    },
    secretKey: config?.getOptionalString('secrets.key'),
  };
}

function readClusters(config: Config | undefined): ClusterConfig[] | undefined {
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

function readListener(
  listener: Config | undefined,
): IngestListenerConfig | undefined {
  if (!listener) {
    return undefined;
  }
  const key = 'plumbline.ingest.listener';
  const cert = listener.getString('certificate.cert');
  const privateKey = listener.getString('certificate.key');
  if (!cert.includes('-----BEGIN')) {
    throw new InputError(`${key}.certificate.cert is not PEM; use $file`);
  }
  if (!privateKey.includes('-----BEGIN')) {
    throw new InputError(`${key}.certificate.key is not PEM; use $file`);
  }
  return {
    host: listener.getOptionalString('host') ?? '127.0.0.1',
    port: listener.getNumber('port'),
    cert,
    key: privateKey,
  };
}

function readRetention(audit: Config | undefined): number | undefined {
  if (!audit?.has('retention')) {
    return 30 * MILLISECONDS_PER_DAY;
  }
  if (audit.get('retention') === false) {
    return undefined;
  }
  return durationToMilliseconds(
    readDurationFromConfig(audit, { key: 'retention' }),
  );
}

function readScoreParameters(config: Config | undefined): ScoreParameters {
  const days = (key: string, fallback: number) =>
    readDuration(config, key, { days: fallback }) / MILLISECONDS_PER_DAY;
  const { halfLifeDays, windowDays, threshold } = DEFAULT_SCORE_PARAMETERS;
  return {
    halfLifeDays: days('friction.score.halfLife', halfLifeDays),
    windowDays: days('friction.score.window', windowDays),
    threshold: readPositive(config, 'friction.score.threshold', threshold),
  };
}

function readDuration(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): number {
  const milliseconds = durationToMilliseconds(
    config?.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
  if (milliseconds <= 0) {
    throw new InputError(`plumbline.${key} must be longer than nothing`);
  }
  return milliseconds;
}

function readSchedule(
  config: Config | undefined,
  key: string,
  fallback: SchedulerServiceTaskScheduleDefinition,
): SchedulerServiceTaskScheduleDefinition {
  return config?.has(key)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(key),
      )
    : fallback;
}

function readPositive(
  config: Config | undefined,
  key: string,
  fallback: number,
): number {
  const value = config?.getOptionalNumber(key) ?? fallback;
  if (!(value > 0)) {
    throw new InputError(`plumbline.${key}: ${value} must be above 0`);
  }
  return value;
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
