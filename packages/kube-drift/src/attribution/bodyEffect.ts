import type { NormalizedEvent } from '@plumbline/kube-audit';
import { formatPath } from '../path/format';
import { resolvePath } from '../path/resolve';
import { Path, Segment } from '../path/segment';
import { isList, isMap, JsonMap, JsonValue, own, ownAt } from '../values/json';

/**
 * What a request did at one path: left a known value (`undefined`: none), did
 * not touch it, or nobody can tell.
 */
export type Effect =
  | { kind: 'value'; value: JsonValue | undefined }
  | { kind: 'untouched' }
  | { kind: 'unknown' };

const UNTOUCHED: Effect = { kind: 'untouched' };
const UNKNOWN: Effect = { kind: 'unknown' };

/**
 * The effect of a write at a path, by its answer, else by its body.
 *
 * @param scales - whether the path is what a write of `scale` writes
 */
export function effectAt(
  event: NormalizedEvent,
  path: Path,
  scales = isReplicas(path),
): Effect {
  const { requestObject, responseObject } = event.event;
  if (event.object?.subresource === 'scale') {
    return scales ? scaleEffect(requestObject, responseObject) : UNTOUCHED;
  }
  return isObject(responseObject)
    ? valueEffect(resolvePath(responseObject, path))
    : requestEffect(event, path, scales);
}

/** What the request itself asks for at a path, whatever came of it. */
export function requestEffect(
  event: NormalizedEvent,
  path: Path,
  scales = isReplicas(path),
): Effect {
  const { requestObject } = event.event;
  if (event.object?.subresource === 'scale') {
    return scales ? scaleEffect(requestObject, undefined) : UNTOUCHED;
  }
  if (outsideSubresource(event.object?.subresource, path)) {
    return UNTOUCHED;
  }
  if (requestObject === undefined || requestObject === null) {
    return UNKNOWN;
  }
  if (event.verb !== 'patch') {
    return valueEffect(resolvePath(requestObject as JsonValue, path));
  }
  if (isList(requestObject)) {
    return jsonPatchEffect(requestObject, path);
  }
  return isApply(event)
    ? applyEffect(requestObject as JsonValue, path)
    : mergeEffect(requestObject as JsonValue, path);
}

/** Whether a request named the path on purpose, not by carrying all along. */
export function namesPath(
  event: NormalizedEvent,
  path: Path,
  scales = isReplicas(path),
): boolean {
  const onPurpose =
    event.object?.subresource === 'scale' ||
    (event.verb === 'patch' && !isApply(event));
  return onPurpose && requestEffect(event, path, scales).kind === 'value';
}

/** A server-side apply: its URI has `force`, be it false. */
export function isApply(event: NormalizedEvent): boolean {
  return event.verb === 'patch' && /[?&]force=/.test(event.requestURI);
}

/** The object as an answer shows it; a table or a status is none. */
export function isObject(value: unknown): value is JsonMap {
  const kind = own(value, 'kind');
  return (
    isMap(own(value, 'metadata')) &&
    typeof kind === 'string' &&
    !['Status', 'Table', 'PartialObjectMetadata', 'Scale'].includes(kind) &&
    !kind.endsWith('List')
  );
}

function valueEffect(value: JsonValue | undefined): Effect {
  return { kind: 'value', value: value === null ? undefined : value };
}

export function isReplicas(path: Path): boolean {
  return formatPath(path) === 'spec.replicas';
}

/** A Scale leaves out `replicas: 0` in its answer: the request has it. */
function scaleEffect(request: unknown, response: unknown): Effect {
  if (own(response, 'kind') === 'Scale') {
    return valueEffect(ownAt(response, 'spec', 'replicas') ?? 0);
  }
  const requested = ownAt(request, 'spec', 'replicas');
  return requested === undefined ? UNKNOWN : valueEffect(requested);
}

/** What a subresource can write at all. */
function outsideSubresource(
  subresource: string | undefined,
  path: Path,
): boolean {
  const text = formatPath(path);
  if (subresource === 'ephemeralcontainers') {
    return !text.startsWith('spec.ephemeralContainers');
  }
  return subresource === 'resize' && !text.includes('.resources');
}

function applyEffect(body: JsonValue, path: Path): Effect {
  const value = resolvePath(body, path);
  // What an apply leaves out it may give up, or never have had.
  return value === undefined ? UNKNOWN : valueEffect(value);
}

/** Strategic and plain merge patches look alike: where they differ, unknown. */
function mergeEffect(body: JsonValue, path: Path): Effect {
  let current: JsonValue = body;
  for (const segment of path) {
    if (current === null || own(current, '$patch') === 'delete') {
      return valueEffect(undefined);
    }
    const next = mergeStep(current, segment);
    if (next.kind !== 'value') {
      return next;
    }
    current = next.value ?? null;
  }
  return own(current, '$patch') === 'delete'
    ? valueEffect(undefined)
    : valueEffect(current);
}

/**
 * What a plain merge patch leaves at a path inside a list, which it replaces as
 * a whole. Nothing tells it from a strategic one, so only together with the
 * answer this says anything.
 */
export function listReplacement(event: NormalizedEvent, path: Path): Effect {
  const { requestObject } = event.event;
  if (event.verb !== 'patch' || isApply(event) || !isMap(requestObject)) {
    return UNTOUCHED;
  }
  const list = path.findIndex(segment => !('field' in segment));
  const given = resolvePath(requestObject as JsonMap, path.slice(0, list));
  return list > 0 && isList(given) && !isStrategic(requestObject)
    ? valueEffect(resolvePath(given, path.slice(list)))
    : UNTOUCHED;
}

/** Whether a patch has one of the directives that only a strategic one knows. */
function isStrategic(value: unknown): boolean {
  return isList(value)
    ? value.some(isStrategic)
    : isMap(value) &&
        Object.keys(value).some(
          name => name.startsWith('$') || isStrategic(value[name]),
        );
}

function mergeStep(current: JsonValue, segment: Segment): Effect {
  if ('field' in segment) {
    if (!isMap(current)) {
      return UNKNOWN;
    }
    const value = own(current, segment.field);
    if (value === undefined) {
      return own(current, '$patch') === 'replace'
        ? { kind: 'value', value: undefined }
        : UNTOUCHED;
    }
    return { kind: 'value', value };
  }
  const element = resolvePath(current, [segment]);
  return element === undefined ? UNKNOWN : { kind: 'value', value: element };
}

/**
 * A JSON patch names list elements by position, which means nothing without
 * the object before: then only the fields above the list are certain.
 */
function jsonPatchEffect(operations: JsonValue[], path: Path): Effect {
  let effect: Effect = UNTOUCHED;
  for (const operation of operations) {
    const pointer = own(operation, 'path');
    const from = own(operation, 'from');
    if (own(operation, 'op') === 'test' || typeof pointer !== 'string') {
      continue;
    }
    if (own(operation, 'op') === 'move' && typeof from === 'string') {
      effect = operationEffect({ op: 'remove' }, from, path) ?? effect;
    }
    effect = operationEffect(operation, pointer, path) ?? effect;
  }
  return effect;
}

function operationEffect(
  operation: JsonValue,
  pointer: string,
  path: Path,
): Effect | undefined {
  const tokens = pointer
    .split('/')
    .slice(1)
    .map(token => token.replace(/~1/g, '/').replace(/~0/g, '~'));
  for (let at = 0; at < tokens.length; at++) {
    const segment = path[at];
    if (segment === undefined || !('field' in segment)) {
      return UNKNOWN; // below the path, or inside a list
    }
    if (segment.field !== tokens[at]) {
      return undefined;
    }
  }
  if (own(operation, 'op') === 'remove') {
    return valueEffect(undefined);
  }
  const value = own(operation, 'value');
  return value === undefined
    ? UNKNOWN
    : valueEffect(resolvePath(value, path.slice(tokens.length)));
}
