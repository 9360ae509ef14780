export {
  CLUSTER_SCOPED,
  isClaimable,
  matchesPattern,
  notClaimable,
} from './claims';
export type { DeclaredObjects } from './DeclaredObjects';
export { deliverersOf } from './delivery/deliverersOf';
export { FluxDeliveries, type FluxDelivery } from './delivery/FluxDeliveries';
export { CatalogPlumblineEntities } from './entities';
export type { EntityResolver } from './EntityResolver';
export type {
  ObjectIdentity,
  ObjectResolution,
  ResolutionStep,
} from './ObjectResolution';
export {
  DatabaseOwnerIndexStore,
  OwnerIndexRefresher,
  trackedAnnotations,
  type IndexedObject,
  type OwnerIndexStore,
} from './ownerIndex';
export type { PlumblineEntities, PlumblineEntity } from './PlumblineEntity';
export { OwnerIndexEntityResolver } from './resolution';
