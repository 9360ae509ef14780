import type { ObjectIdentity, ObjectResolution } from './ObjectResolution';

/** Says which entity an object belongs to. */
export interface EntityResolver {
  /** Resolves many objects with as few look-ups as possible; one resolution per object, in order. Never throws for an unknown object. */
  resolve(objects: ObjectIdentity[]): Promise<ObjectResolution[]>;
}
