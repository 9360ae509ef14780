import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  ClusterRegistry,
  Renderer,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { GitOpsControllers } from './controllers/GitOpsControllers';
import { DesiredStates } from './DesiredStates';
import { LocalFolders } from './LocalFolders';
import { LocalGitDesiredSource } from './LocalGitDesiredSource';
import type { ReadLimits } from './ReadLimits';
import { UrlReaderDesiredSource } from './UrlReaderDesiredSource';

/** Puts together the sources that there are. */
export function createDesiredStates(options: {
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  /** Folders that `file:` locations may read from. */
  localFolders: readonly string[];
  limits: ReadLimits;
  logger: LoggerService;
  controllers: GitOpsControllers;
  clusters: ClusterRegistry;
  /** The first one takes what no other claims. */
  renderers: readonly [Renderer, ...Renderer[]];
}): DesiredStates {
  const { urlReader, integrations, localFolders, limits, logger } = options;
  return new DesiredStates({
    controllers: options.controllers,
    clusters: options.clusters,
    sources: {
      url: new UrlReaderDesiredSource({
        urlReader,
        integrations,
        limits,
        logger,
      }),
      file: new LocalGitDesiredSource({
        folders: new LocalFolders(localFolders),
        limits,
      }),
    },
    renderers: options.renderers,
  });
}
