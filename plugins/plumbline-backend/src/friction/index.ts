export { createFriction } from './createFriction';
export { DatabaseFrictionStore } from './database/DatabaseFrictionStore';
export { JoinedEntityClusters, type EntityClusters } from './EntityClusters';
export { FrictionRecorder } from './FrictionRecorder';
export { FrictionRules } from './FrictionRules';
export type { FrictionService } from './FrictionService';
export type * from './FrictionStore';
export type { RuleText } from './loadFrictionRules';
export { readFrictionRules } from './readFrictionRules';
