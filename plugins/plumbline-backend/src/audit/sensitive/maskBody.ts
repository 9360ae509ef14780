import { isSensitiveKind } from './sensitiveKinds';
import { MASK, maskArguments, maskText, namesSecret } from './maskText';

type JsonObject = Record<string, unknown>;

/**
 * A body with secrets masked: objects of sensitive kinds keep their identity only, values of keys and environment
 * variables that name a secret are masked, and so is what looks like a credential anywhere.
 *
 * @returns the body itself when there is nothing to mask
 */
export function maskBody(body: unknown): unknown {
  if (typeof body === 'string') {
    return maskText(body);
  }
  if (Array.isArray(body)) {
    return maskArray(body);
  }
  return isObject(body) ? maskObject(body) : body;
}

function maskArray(items: unknown[]): unknown[] {
  const masked = items.every(item => typeof item === 'string')
    ? maskArguments(items)
    : items.map(maskBody);
  return masked.some((item, i) => item !== items[i]) ? masked : items;
}

function maskObject(object: JsonObject): unknown {
  if (isSensitiveKind(object.kind)) {
    return identityOf(object);
  }
  const isVariable =
    typeof object.name === 'string' && namesSecret(object.name);
  let changes: Map<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key];
    const isSecret =
      typeof value === 'string' &&
      value !== '' &&
      (namesSecret(key) || (isVariable && key === 'value'));
    const masked = isSecret ? MASK : maskBody(value);
    if (masked !== value) {
      changes ??= new Map();
      changes.set(key, masked);
    }
  }
  return changes ? withChanges(object, changes) : object;
}

/** A copy made of entries, since a body may well have a key called `__proto__`. */
function withChanges(
  object: JsonObject,
  changes: ReadonlyMap<string, unknown>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      changes.has(key) ? changes.get(key) : value,
    ]),
  );
}

function identityOf(object: JsonObject): JsonObject {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const { name, namespace, uid, resourceVersion } = metadata;
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: { name, namespace, uid, resourceVersion },
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
