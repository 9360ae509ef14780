export { createFriction } from './createFriction';
export { JoinedEntityClusters, type EntityClusters } from './EntityClusters';
export { FrictionRules } from './FrictionRules';
export type { FrictionService } from './FrictionService';
export type * from './FrictionStore';
export type { RuleText } from './loadFrictionRules';
export { readFrictionRules } from './readFrictionRules';
