import { ManagedFieldsEntry } from '../fields/managedFields';
import { ownershipOf } from '../fields/fieldSet';
import { resolvePath } from '../path/resolve';
import { Path } from '../path/segment';
import { SchemaNode } from '../schema/schemaNode';
import { isMap, JsonMap, JsonValue, ownAt } from '../values/json';
import { Difference, Direction } from './difference';
import { LAST_APPLIED } from './serverFields';
import { compareDeclared } from './walk';

/**
 * What Git said when it was last applied, as far as anything still tells:
 * a rendering at the applied revision, the last-applied annotation, or the
 * fields that a GitOps manager holds by server-side apply.
 */
export interface Base {
  object?: JsonMap;
  applied: ManagedFieldsEntry[];
}

/** @param rendered - desired at the revision the controller says it applied */
export function findBase(
  live: JsonValue,
  gitopsEntries: ManagedFieldsEntry[],
  rendered?: JsonMap,
): Base {
  return {
    object: rendered ?? lastApplied(live),
    applied: gitopsEntries.filter(entry => entry.operation === 'Apply'),
  };
}

function lastApplied(live: JsonValue): JsonMap | undefined {
  const text = ownAt(live, 'metadata', 'annotations', LAST_APPLIED);
  if (typeof text !== 'string') {
    return undefined;
  }
  try {
    const value = JSON.parse(text);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined; // anybody may write anything into an annotation
  }
}

/** Which side moved, judged by the base. */
export function directionOf(
  difference: Difference,
  base: Base,
  schemaAt: (path: Path) => SchemaNode | undefined,
): Direction {
  const { type, path } = difference;
  if (type === 'additive') {
    return 'live-changed';
  }
  if (base.object) {
    return directionByObject(difference, base.object, schemaAt(path));
  }
  const owned = base.applied.some(
    entry => ownershipOf(entry.fields, path) === 'exact',
  );
  // What Git's manager still owns has the value that it gave it.
  return owned && type !== 'missing' ? 'git-ahead' : 'unknown';
}

function directionByObject(
  { path, desired, live, type }: Difference,
  base: JsonMap,
  schema: SchemaNode | undefined,
): Direction {
  const before = resolvePath(base, path);
  const same = (left?: JsonValue, right?: JsonValue) =>
    sameByType(left, right, path, schema);
  if (type === 'stale') {
    return before === undefined || same(before, live) ? 'git-ahead' : 'both';
  }
  if (same(desired, before)) {
    return 'live-changed';
  }
  return same(before, live) ? 'git-ahead' : 'both';
}

function sameByType(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  path: Path,
  schema: SchemaNode | undefined,
): boolean {
  if (left === undefined || right === undefined) {
    return left === right;
  }
  const found: Difference[] = [];
  const last = path.at(-1);
  const name = last && 'field' in last ? last.field : undefined;
  compareDeclared(left, right, { path, schema, name }, found);
  return found.every(difference => difference.orderOnly);
}
