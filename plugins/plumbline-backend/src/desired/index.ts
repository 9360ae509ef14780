export { CLUSTER_SCOPED, isClaimable, notClaimable } from './claims';
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
export { DesiredStates, type DesiredState } from './DesiredStates';
export { driftTargetId, type DriftTarget } from './DriftTarget';
export { LocalFolders } from './LocalFolders';
export { LocalGitDesiredSource } from './LocalGitDesiredSource';
export { PlainRenderer } from './PlainRenderer';
export type { ReadLimits } from './ReadLimits';
export type { RenderedManifests, Renderer } from './Renderer';
export { TargetResolver, type EntityTargets } from './TargetResolver';
export { UnsupportedRenderer } from './UnsupportedRenderer';
export { UrlReaderDesiredSource } from './UrlReaderDesiredSource';
