import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Renderer } from '@plumbline/backstage-plugin-plumbline-node';
import { HelmRenderer } from './helm/HelmRenderer';
import { KustomizeRenderer } from './kustomize/KustomizeRenderer';
import { PlainRenderer } from './PlainRenderer';
import { Sandbox, type SandboxLimits } from './sandbox';

/** The part of the configuration that is about rendering. */
export interface RenderersConfig extends SandboxLimits {
  kustomizeCommand: string | undefined;
  helmCommand: string | undefined;
}

/** The built-in renderers and those of modules. */
export function createRenderers(options: {
  config: RenderersConfig;
  added: readonly Renderer[];
  logger: LoggerService;
  /** As in PATH. */
  searchPath: string | undefined;
}): [Renderer, ...Renderer[]] {
  const { config, added, logger, searchPath } = options;
  const sandbox = new Sandbox({ limits: config, logger, searchPath });
  return [
    new PlainRenderer(),
    ...added,
    new KustomizeRenderer({ sandbox, command: config.kustomizeCommand }),
    new HelmRenderer({ sandbox, command: config.helmCommand }),
  ];
}
