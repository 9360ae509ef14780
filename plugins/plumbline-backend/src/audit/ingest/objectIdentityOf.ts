import type { NormalizedEvent } from '@plumbline/kube-audit';
import type { ObjectIdentity } from '../../catalog';

/**
 * The object of a request for the resolver, with what a body tells of it.
 *
 * @returns undefined for a request that has none, such as discovery
 */
export function objectIdentityOf(
  cluster: string,
  event: NormalizedEvent,
): ObjectIdentity | undefined {
  const { object } = event;
  if (!object) {
    return undefined;
  }
  const metadata = object.subresource ? undefined : metadataOf(event);
  return {
    cluster,
    apiGroup: object.apiGroup,
    resource: object.resource,
    namespace: object.namespace,
    name: object.name ?? textOf(metadata?.name),
    uid: object.uid ?? textOf(metadata?.uid),
    labels: textsOf(metadata?.labels),
    annotations: textsOf(metadata?.annotations),
    ownerReferences: ownersOf(metadata?.ownerReferences),
  };
}

type JsonObject = Record<string, unknown>;

/** Of the answer, or of what was sent to create; a patch tells only what changes. */
function metadataOf(event: NormalizedEvent): JsonObject | undefined {
  const { requestObject, responseObject } = event.event;
  const writesWhole = event.verb === 'create' || event.verb === 'update';
  const isAnswered = isObject(responseObject) && isSingle(responseObject.kind);
  const sent = writesWhole ? requestObject : undefined;
  const body = isAnswered ? responseObject : sent;
  return isObject(body) && isObject(body.metadata) ? body.metadata : undefined;
}

function isSingle(kind: unknown): boolean {
  return typeof kind === 'string' && !/^Status$|^Table$|List$/.test(kind);
}

function ownersOf(owners: unknown): ObjectIdentity['ownerReferences'] {
  if (!Array.isArray(owners)) {
    return undefined;
  }
  return owners.filter(isObject).flatMap(owner => {
    const { apiVersion, kind, name, uid, controller } = owner;
    return typeof apiVersion === 'string' &&
      typeof kind === 'string' &&
      typeof name === 'string' &&
      typeof uid === 'string'
      ? [{ apiVersion, kind, name, uid, controller: controller === true }]
      : [];
  });
}

function textsOf(value: unknown): Record<string, string> | undefined {
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      )
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
