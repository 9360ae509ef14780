import { KubeObject } from '../yaml/readManifests';
import { isMap, JsonValue, own } from '../values/json';
import { groupOf, SchemaRegistry } from '../schema/registry';

/**
 * Which object it is. The version is no part of an object's identity: the API
 * server serves one object in several.
 *
 * @public
 */
export interface ObjectIdentity {
  apiVersion: string;
  kind: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  name: string;
}

/** @public */
export type ScopeLookup = (
  apiVersion: string,
  kind: string,
) => 'cluster' | 'namespaced' | undefined;

/** What identity depends on beside the object. */
export interface IdentityContext {
  registry: SchemaRegistry;
  defaultNamespace?: string;
  scope?: ScopeLookup;
}

/** Fills in the default namespace; drops one from a cluster-scoped object. */
export function identify(
  object: KubeObject,
  context: IdentityContext,
): ObjectIdentity {
  const { apiVersion, kind } = object;
  const namespace = text(own(object.metadata, 'namespace'));
  const name =
    text(own(object.metadata, 'name')) ??
    text(own(object.metadata, 'generateName')) ??
    '';
  if (isClusterScoped(apiVersion, kind, context)) {
    return { apiVersion, kind, name };
  }
  const resolved = namespace ?? context.defaultNamespace;
  return { apiVersion, kind, ...(resolved && { namespace: resolved }), name };
}

/** Whether anything tells if objects of its kind have a namespace. */
export function isScopeKnown(
  { apiVersion, kind }: ObjectIdentity,
  { registry, scope }: IdentityContext,
): boolean {
  return (
    scope?.(apiVersion, kind) !== undefined ||
    registry.about(apiVersion, kind) !== undefined
  );
}

function isClusterScoped(
  apiVersion: string,
  kind: string,
  { registry, scope }: IdentityContext,
): boolean {
  const told = scope?.(apiVersion, kind);
  return told
    ? told === 'cluster'
    : registry.about(apiVersion, kind)?.clusterScoped === true;
}

/** `apiVersion/Kind/namespace/name`, without the namespace when there is none. */
export function formatRef(identity: ObjectIdentity): string {
  return [
    identity.apiVersion,
    identity.kind,
    ...(identity.namespace ? [identity.namespace] : []),
    identity.name,
  ].join('/');
}

/**
 * Reads `apiVersion/Kind/namespace/name`, or `apiVersion/Kind/name` of an
 * object without a namespace.
 *
 * @public
 */
export function parseRef(ref: string): ObjectIdentity {
  const parts = ref.split('/');
  // The kind is the first part that begins with a capital letter.
  const at = parts.findIndex(part => /^[A-Z]/.test(part));
  const rest = parts.slice(at + 1);
  return {
    apiVersion: parts.slice(0, at).join('/'),
    kind: parts[at] ?? '',
    ...(rest.length > 1 && { namespace: rest[0] }),
    name: rest.at(-1) ?? '',
  };
}

/** Group, kind, namespace and name: what pairs desired with live. */
export function identityKey(identity: ObjectIdentity): string {
  return JSON.stringify([
    groupOf(identity.apiVersion),
    identity.kind,
    identity.namespace ?? '',
    identity.name,
  ]);
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Narrows what callers hand in as an object. */
export function isKubeObject(value: unknown): value is KubeObject {
  return (
    isMap(value) &&
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isMap(own(value, 'metadata'))
  );
}
