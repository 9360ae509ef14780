export { DriftCoverage } from './answers/DriftCoverage';
export { EntityDriftAnswers } from './answers/EntityDriftAnswers';
export { IncidentAnswers } from './answers/IncidentAnswers';
export { ManifestAnswers } from './answers/ManifestAnswers';
export { TargetViews } from './answers/TargetViews';
export { DatabaseDriftStore } from './database/DatabaseDriftStore';
export { DatabaseIgnoreRuleStore, type IgnoreRuleStore } from './ignoreRules';
export { DriftHints } from './DriftHints';
export { DriftScheduler } from './DriftScheduler';
export type { DriftStore, IncidentFilter } from './DriftStore';
export { DriftTargets } from './DriftTargets';
export { ManualRuns } from './ManualRuns';
export {
  isEnvironmentTier,
  type EnvironmentRule,
} from './lifecycle/severity/EnvironmentTier';
export { DatabaseStatisticsStore } from './statistics';
export { IncidentStates } from './IncidentStates';
export { createIncidentStateRoutes } from './incidentStateRoutes';
export type { IncidentRecord } from './records';
export type { CoverageTarget, CoverageTargets } from './CoverageTargets';
export { createDriftRoutes } from './routes';
export { DriftRunner } from './run/DriftRunner';
export { RunQueue } from './RunQueue';
export { TargetClusters } from './TargetClusters';
export { createDrift, type Drift } from './createDrift';
