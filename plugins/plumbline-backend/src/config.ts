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
import { Duration } from 'luxon';
import { tmpdir } from 'node:os';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { IngestListenerConfig } from './audit';
import { type EnvironmentRule, isEnvironmentTier } from './drift';
import { type ClusterConfig, readClusters } from './clusters/clusterConfig';
import type { RenderersConfig } from './desired';

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
    renderers: RenderersConfig;
  };
  drift: {
    schedule: SchedulerServiceTaskScheduleDefinition;
    /** Milliseconds between two checks of a target; what pages call stale is measured by it. */
    interval: number;
    hintDelay: number;
    pushDelay: number;
    concurrency: number;
    gitopsManagers: string[];
    environments: EnvironmentRule[];
  };
  ownerIndex: { schedule: SchedulerServiceTaskScheduleDefinition };
  secretKey?: string;
}

const MILLISECONDS_PER_DAY = 86_400_000;
const DEFAULT_INTERVAL = 600_000;
const MEBIBYTE = 1024 * 1024;

/**
 * Reads and checks `plumbline:` of app-config.
 *
 * @throws InputError that names the key
 */
export function readPlumblineConfig(root: RootConfigService): PlumblineConfig {
  const config = root.getOptionalConfig('plumbline');
  const section = (key: string) => config?.getOptionalConfig(key);
  const driftSchedule = readSchedule(config, 'drift.schedule', {
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
  });
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
      renderers: readRenderers(config, root),
    },
    drift: {
      schedule: driftSchedule,
      interval: intervalOf(driftSchedule),
      hintDelay: readDuration(config, 'drift.hintDelay', { seconds: 1 }),
      pushDelay: readDuration(config, 'drift.pushDelay', { seconds: 5 }),
      concurrency: readPositive(config, 'drift.concurrency', 4),
      gitopsManagers:
        config?.getOptionalStringArray('drift.gitopsManagers') ?? [],
      environments: readEnvironments(config),
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

function readEnvironments(config: Config | undefined): EnvironmentRule[] {
  const rules = config?.getOptionalConfigArray('drift.environments') ?? [];
  return rules.map((rule, index) => {
    const tier = rule.getString('tier');
    if (!isEnvironmentTier(tier)) {
      throw new InputError(
        `plumbline.drift.environments[${index}].tier: ${tier} must be production, staging or development`,
      );
    }
    return { clusters: rule.getStringArray('clusters'), tier };
  });
}

function readRenderers(
  config: Config | undefined,
  root: Config,
): RenderersConfig {
  const key = 'git.renderers';
  return {
    kustomizeCommand: config?.getOptionalString(`${key}.kustomize.command`),
    // As everywhere in Backstage.
    workingFolder:
      root.getOptionalString('backend.workingDirectory') ?? tmpdir(),
    helmCommand: config?.getOptionalString(`${key}.helm.command`),
    timeout: readDuration(config, `${key}.timeout`, { seconds: 30 }),
    outputBytes: readPositive(config, `${key}.outputBytes`, 10 * MEBIBYTE),
    concurrency: readPositive(config, `${key}.concurrency`, 2),
  };
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

/** How often a schedule comes round; one that is written as a cron line counts as the default of ten minutes. */
function intervalOf({
  frequency,
}: SchedulerServiceTaskScheduleDefinition): number {
  if (frequency instanceof Duration) {
    return frequency.toMillis();
  }
  return 'cron' in frequency || 'trigger' in frequency
    ? DEFAULT_INTERVAL
    : durationToMilliseconds(frequency);
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
