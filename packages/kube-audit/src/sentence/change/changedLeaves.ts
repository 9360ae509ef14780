import { isDeepStrictEqual } from 'node:util';
import { isObject, stringAt } from '../../event/json';
import type { NormalizedEvent } from '../../event/NormalizedEvent';
import { asMergePatch } from '../../rules/facts/jsonPatch';
import { leavesOf, type Leaf } from './leaves';

/** Fields that the server or the client writes by itself with every change. */
const BOOKKEPT_METADATA =
  /^(name|namespace|uid|resourceVersion|generation|creationTimestamp|selfLink|managedFields)$/;
const BOOKKEPT_ANNOTATIONS =
  /^(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision)$/;

/**
 * The values that a write changed. Empty where the bodies do not tell: a whole
 * object says nothing about what is new in it unless the one before is known.
 */
export function changedLeaves(e: NormalizedEvent, before: unknown): Leaf[] {
  const body: unknown = e.event.requestObject;
  const found = isWhole(e, body)
    ? difference(before, e.event.responseObject ?? undefined)
    : patched(body, before);
  return found.filter(({ path }) => !isBookkeeping(path));
}

function isBookkeeping([top, field = '', key = '']: string[]): boolean {
  return top === 'metadata'
    ? BOOKKEPT_METADATA.test(field) ||
        (field === 'annotations' && BOOKKEPT_ANNOTATIONS.test(key))
    : /^(apiVersion|kind|status)$/.test(top);
}

function isWhole(e: NormalizedEvent, body: unknown): boolean {
  return (
    e.verb === 'update' ||
    (stringAt(body, 'apiVersion') !== undefined &&
      stringAt(body, 'kind') !== undefined)
  );
}

/** The tests of a JSON patch tell what was there: it would have failed otherwise. */
function patched(body: unknown, before: unknown): Leaf[] {
  const isTest = (op: unknown) => isObject(op) && op.op === 'test';
  const isPatch = Array.isArray(body);
  const change = isPatch ? body.filter(op => !isTest(op)) : body;
  const tested = isPatch ? asMergePatch(body.filter(isTest)) : undefined;
  if (!isObject(change) && !Array.isArray(change)) {
    return [];
  }
  const known = new Map([...valuesOf(tested), ...valuesOf(before)]);
  return leavesOf(asMergePatch(change))
    .filter(({ path }) => path.length > 0)
    .map(leaf => ({ ...leaf, before: known.get(keyOf(leaf.path)) }))
    .filter(leaf => !isDeepStrictEqual(leaf.before, leaf.value));
}

function difference(before: unknown, after: unknown): Leaf[] {
  if (!isComplete(before) || !isComplete(after)) {
    return [];
  }
  const was = valuesOf(before);
  const is = valuesOf(after);
  const leaves = leavesOf(after).map(leaf => ({
    ...leaf,
    before: was.get(keyOf(leaf.path)),
  }));
  const removed = leavesOf(before)
    .filter(({ path }) => !is.has(keyOf(path)))
    .map(({ path, value }) => ({ path, value: null, before: value }));
  return [...leaves, ...removed].filter(
    leaf => !isDeepStrictEqual(leaf.before, leaf.value),
  );
}

/** An object, not a status, a table or what only a scale told. */
function isComplete(object: unknown): boolean {
  return stringAt(object, 'metadata', 'name') !== undefined;
}

function valuesOf(object: unknown): Map<string, unknown> {
  return new Map(
    isObject(object)
      ? leavesOf(object).map(({ path, value }) => [keyOf(path), value])
      : [],
  );
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
