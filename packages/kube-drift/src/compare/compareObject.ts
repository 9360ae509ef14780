import { ElementFinder } from '../fields/elementFinder';
import { ManagedFieldsEntry } from '../fields/managedFields';
import { classifyManager, ManagerLists } from '../fields/managers';
import { formatPath } from '../path/format';
import { Path } from '../path/segment';
import { nodeAt } from '../schema/nodeAt';
import { SchemaNode } from '../schema/schemaNode';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { Base, directionOf, findBase } from './base';
import { isCopiedFromTemplate } from './copiedLabels';
import { Difference, Direction, Undeclared } from './difference';
import { droppedFields } from './dropped';
import { firstLook } from './firstLook';
import { asStored } from './stored';
import { undeclaredFields, UndeclaredPlace } from './undeclared';
import { unownedFields } from './unowned';
import { Place } from './place';
import { compareDeclared } from './walk';

/** A difference with the side that moved. */
export interface DirectedDifference extends Difference {
  direction: Direction;
}

/** What one object's comparison needs beside the two sides. */
export interface ObjectComparison {
  desired: KubeObject;
  live: KubeObject;
  schema: SchemaNode;
  entries: readonly ManagedFieldsEntry[];
  managers: ManagerLists;
  /** The rendering at the revision that a controller says it applied. */
  renderedBase?: JsonMap;
  /** Whether fields that people added are looked for. */
  additive: boolean;
}

/** All differences of one object: declared, stale, added by hand. */
export function compareObject(input: ObjectComparison): DirectedDifference[] {
  const { live, schema } = input;
  const desired = asStored(input.desired);
  const root: Place = { path: [], schema };
  const look = firstLook(desired, live, schema);
  if (look === 'same') {
    return [];
  }
  const declared: Difference[] = [];
  compareDeclared(desired, live, root, declared);
  if (declared.length === 0 && look === 'changed') {
    return [];
  }
  const base = storedBase(input);
  const undeclared = look === 'more' ? undeclaredOf(input, desired, base) : [];
  const schemaAt = (path: Path) => nodeAt(schema, path);
  return withoutNested(firstAtEachPath([...declared, ...undeclared])).map(
    difference => ({
      ...difference,
      direction: directionOf(difference, base, schemaAt),
    }),
  );
}

function storedBase({
  live,
  entries,
  managers,
  renderedBase,
}: ObjectComparison): Base {
  const base = findBase(live, entries, managers, renderedBase);
  return { ...base, object: base.object && asStored(base.object) };
}

/** What is live and not declared: stale, added by hand, or at admission. */
function undeclaredOf(
  { live, schema, entries, managers, additive }: ObjectComparison,
  desired: JsonMap,
  base: Base,
): Difference[] {
  const root = { path: [], schema, elements: new ElementFinder() };
  const gitops = entries.filter(
    entry =>
      entry.subresource === undefined &&
      classifyManager(entry.manager, managers) === 'gitops',
  );
  const stale = staleFields(base, gitops, desired, live, root);
  const added = additive
    ? addedFields(entries, managers, desired, live, root)
    : [];
  const unowned = additive ? unownedFields(desired, live, root, entries) : [];
  return [
    ...stale.map(field => ({ ...field, type: 'stale' as const })),
    ...added.map(field => ({ ...field, type: 'additive' as const })),
    ...unowned.map(field => ({
      ...field,
      type: 'additive' as const,
      unowned: true,
    })),
  ].filter(({ path }) => !isCopiedFromTemplate(desired, live, path));
}

/** Several owners may name one field; the first kind of difference counts. */
function firstAtEachPath(differences: Difference[]): Difference[] {
  const found = new Map<string, Difference>();
  for (const difference of differences) {
    const key = formatPath(difference.path);
    if (!found.has(key)) {
      found.set(key, difference);
    }
  }
  return [...found.values()];
}

function staleFields(
  base: Base,
  gitops: readonly ManagedFieldsEntry[],
  desired: JsonMap,
  live: JsonMap,
  root: Omit<UndeclaredPlace, 'looksInto'>,
): Undeclared[] {
  const dropped = base.object
    ? droppedFields(base.object, desired, live, root, root.elements)
    : [];
  // An Update entry lists defaults as well: only where nothing better tells.
  const owning = gitops.filter(
    entry => entry.operation === 'Apply' || base.object === undefined,
  );
  return [
    ...dropped,
    ...owning.flatMap(entry =>
      undeclaredFields(entry.fields, desired, live, {
        ...root,
        looksInto: 'lists of built-in types',
      }),
    ),
  ];
}

function addedFields(
  entries: readonly ManagedFieldsEntry[],
  managers: ManagerLists,
  desired: JsonMap,
  live: JsonMap,
  root: Omit<UndeclaredPlace, 'looksInto'>,
): Undeclared[] {
  return entries
    .filter(
      entry =>
        entry.subresource !== 'status' &&
        classifyManager(entry.manager, managers) === 'human-tool',
    )
    .flatMap(entry =>
      undeclaredFields(entry.fields, desired, live, {
        ...root,
        looksInto: 'every list',
      }),
    );
}

/** A finding below another says nothing new, but for one about order alone. */
function withoutNested(differences: Difference[]): Difference[] {
  const tops = new Set(
    differences
      .filter(({ orderMatters }) => orderMatters === undefined)
      .map(({ path }) => formatPath(path)),
  );
  return differences.filter(
    ({ path }) =>
      !path.some((_, at) => at > 0 && tops.has(formatPath(path.slice(0, at)))),
  );
}
