export type { DeclaredObjects } from './DeclaredObjects';
export type { EntityResolver } from './EntityResolver';
export type {
  ObjectIdentity,
  ObjectResolution,
  ResolutionStep,
} from './ObjectResolution';
export type { PlumblineEntities, PlumblineEntity } from './PlumblineEntity';
