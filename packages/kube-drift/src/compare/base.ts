import { ElementFinder } from '../fields/elementFinder';
import { ManagedFieldsEntry, ownersOf } from '../fields/managedFields';
import { classifyManager, ManagerLists } from '../fields/managers';
import { ownershipOf } from '../fields/ownership';
import { fields, Path } from '../path/segment';
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
  /** Finds in the object what findings point at. */
  elements: ElementFinder;
  /** The annotation was last written by a tool that is not Git's. */
  byHand: boolean;
  applied: readonly ManagedFieldsEntry[];
  /** What all others hold. */
  others: readonly ManagedFieldsEntry[];
}

const LAST_APPLIED_PATH = fields('metadata', 'annotations', LAST_APPLIED);

/** @param rendered - desired at the revision the controller says it applied */
export function findBase(
  live: JsonValue,
  entries: readonly ManagedFieldsEntry[],
  managers: ManagerLists,
  rendered?: JsonMap,
): Base {
  const annotated = rendered === undefined ? lastApplied(live) : undefined;
  const isApplied = ({ operation, manager }: ManagedFieldsEntry) =>
    operation === 'Apply' && classifyManager(manager, managers) === 'gitops';
  return {
    object: rendered ?? annotated,
    elements: new ElementFinder(),
    byHand: annotated !== undefined && isByHand(entries, managers),
    applied: entries.filter(isApplied),
    others: entries.filter(entry => !isApplied(entry)),
  };
}

function isByHand(
  entries: readonly ManagedFieldsEntry[],
  managers: ManagerLists,
): boolean {
  if (managers.gitopsManagers === undefined) {
    return false;
  }
  const [owner] = ownersOf(entries, LAST_APPLIED_PATH);
  return (
    owner !== undefined &&
    classifyManager(owner.manager, managers) === 'human-tool'
  );
}

/** What was applied last client-side, as the annotation tells it. */
export function lastApplied(live: JsonValue): JsonMap | undefined {
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
    const direction = directionByObject(
      difference,
      base.object,
      base.elements,
      schemaAt(path),
    );
    // What somebody wrote into the annotation does not speak for Git.
    return base.byHand && direction !== 'live-changed' ? 'unknown' : direction;
  }
  const owned = base.applied.some(({ fields: set }) => {
    const ownership = ownershipOf(set, path);
    // Whoever applied a list as a whole put into it what it holds.
    return ownership === 'exact' || (type === 'stale' && ownership === 'above');
  });
  if (!owned || type === 'missing') {
    return 'unknown';
  }
  const rewritten = base.others.some(
    entry => ownershipOf(entry.fields, path) === 'below',
  );
  // What Git's manager alone still owns has the value that it gave it.
  return rewritten && type === 'stale' ? 'both' : 'git-ahead';
}

function directionByObject(
  { path, desired, live, type }: Difference,
  base: JsonMap,
  elements: ElementFinder,
  schema: SchemaNode | undefined,
): Direction {
  const before = elements.follow(base, path);
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
