import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Renderer } from '@plumbline/backstage-plugin-plumbline-node';
import { HelmRenderer } from './helm/HelmRenderer';
import { KustomizeRenderer } from './kustomize/KustomizeRenderer';
import { PlainRenderer } from './plain/PlainRenderer';
import { Sandbox, type SandboxLimits } from './sandbox';

/** The part of the configuration that is about rendering. */
export interface RenderersConfig extends SandboxLimits {
  /** Where temporary folders are made. */
  workingFolder: string;
  /** Undefined: looked for. */
  kustomizeCommand: string | undefined;
  helmCommand: string | undefined;
}

/** Kinds that are there without any module. */
export const BUILT_IN_RENDERERS: readonly string[] = [
  'plain',
  'kustomize',
  'helm',
];

/** The built-in renderers and those of modules. */
export function createRenderers(options: {
  config: RenderersConfig;
  /** They are asked before Kustomize and Helm whether a folder is theirs. */
  added: readonly Renderer[];
  lifecycle: LifecycleService;
  logger: LoggerService;
  /** As in PATH. */
  searchPath: string | undefined;
}): [Renderer, ...Renderer[]] {
  const { config, added, lifecycle, logger, searchPath } = options;
  const sandbox = new Sandbox({
    limits: config,
    logger,
    searchPath,
    folder: config.workingFolder,
  });
  lifecycle.addShutdownHook(() => sandbox.close());
  return [
    new PlainRenderer(),
    ...added,
    new KustomizeRenderer({ sandbox, command: config.kustomizeCommand }),
    new HelmRenderer({ sandbox, command: config.helmCommand }),
  ];
}
