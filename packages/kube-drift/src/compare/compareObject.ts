import { ManagedFieldsEntry } from '../fields/managedFields';
import { classifyManager, ManagerLists } from '../fields/managers';
import { formatPath } from '../path/format';
import { Path } from '../path/segment';
import { nodeAt } from '../schema/nodeAt';
import { SchemaNode } from '../schema/schemaNode';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { Base, directionOf, findBase } from './base';
import { Difference, Direction } from './difference';
import { droppedFields } from './dropped';
import { asStored } from './stored';
import { Undeclared, undeclaredFields } from './undeclared';
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
  const { live, schema, entries, managers } = input;
  const desired = asStored(input.desired);
  const gitops = entries.filter(
    entry =>
      entry.subresource === undefined &&
      classifyManager(entry.manager, managers) === 'gitops',
  );
  const base = findBase(live, entries, managers, input.renderedBase);
  const stored = { ...base, object: base.object && asStored(base.object) };

  const found = new Map<string, Difference>();
  const add = (difference: Difference) => {
    const key = formatPath(difference.path);
    if (!found.has(key)) {
      found.set(key, difference);
    }
  };
  const declared: Difference[] = [];
  compareDeclared(desired, live, { path: [], schema }, declared);
  declared.forEach(add);
  staleFields(stored, gitops, desired, live, schema).forEach(
    ({ path, live: value }) => add({ path, type: 'stale', live: value }),
  );
  if (input.additive) {
    addedFields(entries, managers, desired, live, schema).forEach(
      ({ path, live: value }) => add({ path, type: 'additive', live: value }),
    );
  }
  const schemaAt = (path: Path) => nodeAt(schema, path);
  return withoutNested([...found.values()]).map(difference => ({
    ...difference,
    direction: directionOf(difference, stored, schemaAt),
  }));
}

function staleFields(
  base: Base,
  gitops: readonly ManagedFieldsEntry[],
  desired: JsonMap,
  live: JsonMap,
  schema: SchemaNode,
): Undeclared[] {
  const dropped = base.object
    ? droppedFields(base.object, desired, live, { path: [], schema })
    : [];
  // An Update entry lists defaults as well: only where nothing better tells.
  const owning = gitops.filter(
    entry => entry.operation === 'Apply' || base.object === undefined,
  );
  const place = { path: [], schema };
  return [
    ...dropped,
    ...owning.flatMap(entry =>
      undeclaredFields(entry.fields, desired, live, place),
    ),
  ];
}

function addedFields(
  entries: readonly ManagedFieldsEntry[],
  managers: ManagerLists,
  desired: JsonMap,
  live: JsonMap,
  schema: SchemaNode,
): Undeclared[] {
  return entries
    .filter(
      entry =>
        entry.subresource !== 'status' &&
        classifyManager(entry.manager, managers) === 'human-tool',
    )
    .flatMap(entry =>
      undeclaredFields(entry.fields, desired, live, { path: [], schema }),
    );
}

/** A finding below another of the same kind says nothing new. */
function withoutNested(differences: Difference[]): Difference[] {
  const tops = new Set(differences.map(({ path }) => formatPath(path)));
  return differences.filter(
    ({ path }) =>
      !path.some((_, at) => at > 0 && tops.has(formatPath(path.slice(0, at)))),
  );
}
