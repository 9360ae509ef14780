export { ControllerObjects } from './controllers/ControllerObjects';
export type {
  ControllerRef,
  ControllerSourceRef,
} from './controllers/ControllerRef';
export { ControllerTargets } from './controllers/ControllerTargets';
export { GitOpsControllers } from './controllers/GitOpsControllers';
export type { LocatedSource } from './controllers/LocatedSource';
export type { SyncState } from './controllers/SyncState';
export { RepositoryAddresses } from './hosted/RepositoryAddresses';
export { isSameCommit } from './hosted/hosts';
export { createDesiredStates } from './createDesiredStates';
export type {
  DesiredSource,
  RefusedFile,
  SourceCommit,
  SourceEvidence,
  SourceFile,
  SourceTree,
} from './DesiredSource';
export {
  DesiredStateError,
  type DesiredStateProblem,
} from './DesiredStateError';
export { DesiredStates } from './DesiredStates';
export type { DesiredState } from './renderTree';
export { driftTargetId, type DriftTarget } from './DriftTarget';
export { LocalFolders } from './LocalFolders';
export { LocalGitDesiredSource } from './LocalGitDesiredSource';
export type { ReadLimits } from './ReadLimits';
export {
  BUILT_IN_RENDERERS,
  createRenderers,
  PlainRenderer,
  type RenderersConfig,
  type RenderOptions,
} from './rendering';
export type { EntityTargets } from './EntityTargets';
export { TargetResolver } from './TargetResolver';
export { UrlReaderDesiredSource } from './UrlReaderDesiredSource';
