import { isSensitiveKind } from './sensitiveKinds';
import { isSecretOperation } from './isSecretOperation';
import {
  MASK,
  maskArguments,
  maskText,
  namesSecret,
  namesSecretVariable,
} from './maskText';

type JsonObject = Record<string, unknown>;

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Maps whose keys people choose. */
const MAPS = new Set(['data', 'stringData', 'binaryData', 'annotations']);

/**
 * A body with secrets masked: objects of sensitive kinds keep their identity only, values of keys and environment
 * variables that name a secret are masked, and so is what looks like a credential anywhere.
 *
 * @returns the body itself when there is nothing to mask
 */
export function maskBody(body: unknown): unknown {
  return maskValue(body, '');
}

/** @param field - name of the field that holds the value */
function maskValue(value: unknown, field: string): unknown {
  if (typeof value === 'string') {
    return field === LAST_APPLIED ? maskJson(value) : maskText(value);
  }
  if (Array.isArray(value)) {
    return maskArray(value);
  }
  return isObject(value) ? maskObject(value, field) : value;
}

/** An object as a text: what looks at texts does not see names and values that stand apart. */
function maskJson(text: string): string {
  let object: unknown;
  try {
    object = JSON.parse(text);
  } catch {
    return MASK; // anybody may write anything into an annotation
  }
  const masked = maskBody(object);
  return masked === object ? text : JSON.stringify(masked);
}

function maskArray(items: unknown[]): unknown[] {
  const masked = items.every(item => typeof item === 'string')
    ? maskArguments(items)
    : items.map(maskBody);
  return masked.some((item, i) => item !== items[i]) ? masked : items;
}

function maskObject(object: JsonObject, field: string): unknown {
  if (isSensitiveKind(object.kind)) {
    return identityOf(object);
  }
  const isVariable =
    isSecretOperation(object) ||
    (typeof object.name === 'string' && namesSecretVariable(object.name));
  const holdsSecret = MAPS.has(field) ? namesSecretVariable : namesSecret;
  let changes: Map<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key];
    const isSecret =
      typeof value === 'string' &&
      value !== '' &&
      (holdsSecret(key) || (isVariable && key === 'value'));
    const masked = isSecret ? MASK : maskValue(value, key);
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
