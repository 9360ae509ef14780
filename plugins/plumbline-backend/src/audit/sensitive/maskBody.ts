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
  const entries = Object.entries(object);
  const isVariable =
    typeof object.name === 'string' && namesSecret(object.name);
  const masked = entries.map(([key, value]): [string, unknown] => {
    const isSecret = namesSecret(key) || (isVariable && key === 'value');
    return isSecret && typeof value === 'string' && value !== ''
      ? [key, MASK]
      : [key, maskBody(value)];
  });
  const changed = masked.some(([, value], i) => value !== entries[i][1]);
  return changed ? Object.fromEntries(masked) : object;
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
