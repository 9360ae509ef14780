export { DatabaseFrictionStore } from './database/DatabaseFrictionStore';
export { JoinedEntityClusters, type EntityClusters } from './EntityClusters';
export { FrictionRecorder } from './FrictionRecorder';
export { FrictionRules } from './FrictionRules';
export { FrictionService } from './FrictionService';
export type * from './FrictionStore';
export { loadFrictionRules, type RuleText } from './loadFrictionRules';
export { createFrictionRoutes } from './routes';
export type { EntityScore, Score } from './score/EntityScore';
