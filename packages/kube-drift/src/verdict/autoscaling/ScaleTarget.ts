import { ObjectIdentity } from '../../identity/ref';
import { groupOf } from '../../schema/registry';
import { JsonValue, own } from '../../values/json';
import { KubeObject } from '../../yaml/readManifests';

/** The object that an autoscaler scales. */
export interface ScaleTarget {
  /** Absent when the reference does not tell: any group fits. */
  apiVersion?: string;
  kind: string;
  name: string;
  /** Absent when the autoscaler names none: any namespace fits. */
  namespace?: string;
}

/** @returns `undefined` when the reference names nothing */
export function readTarget(
  scaler: KubeObject,
  reference: JsonValue | undefined,
  defaults: { namespace?: string; kind?: string },
): ScaleTarget | undefined {
  const kind = own(reference, 'kind') ?? defaults.kind;
  const name = own(reference, 'name');
  if (typeof kind !== 'string' || typeof name !== 'string') {
    return undefined;
  }
  const apiVersion = own(reference, 'apiVersion');
  const namespace = own(scaler.metadata, 'namespace') ?? defaults.namespace;
  return {
    ...(typeof apiVersion === 'string' && apiVersion !== '' && { apiVersion }),
    kind,
    name,
    ...(typeof namespace === 'string' && { namespace }),
  };
}

/** Of the version only the group counts: a scaler asks the API server for any. */
export function isAimedAt(
  target: ScaleTarget,
  identity: ObjectIdentity,
): boolean {
  return (
    target.kind === identity.kind &&
    target.name === identity.name &&
    (target.namespace ?? identity.namespace) === identity.namespace &&
    (target.apiVersion === undefined ||
      groupOf(target.apiVersion) === groupOf(identity.apiVersion))
  );
}

/** Whether it names the very version of the object, or none. */
export function namesVersionOf(
  { apiVersion }: ScaleTarget,
  identity: ObjectIdentity,
): boolean {
  return apiVersion === undefined || apiVersion === identity.apiVersion;
}
