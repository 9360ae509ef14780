import type { ObjectIdentity } from './ObjectResolution';

/** Says which entities declare an object in their manifests, within what the operator lets them claim. */
export interface DeclaredObjects {
  /**
   * @param objects - cluster, apiGroup, resource (plural), namespace and name are looked at
   * @returns one list of entity refs per object, in order; empty when nobody declares it
   */
  entitiesDeclaring(objects: ObjectIdentity[]): Promise<string[][]>;
}
