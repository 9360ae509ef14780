import { Path } from '../path/segment';
import { isList, isMap, JsonMap, JsonValue, own, ownAt } from '../values/json';
import { FieldSet, parseFieldsV1 } from './fieldSet';
import { ownershipOf } from './ownership';

/**
 * One entry of `metadata.managedFields`. A manager is the name of a tool,
 * chosen by the client: it says nothing about a person.
 *
 * @public
 */
export interface ManagedFieldsEntry {
  manager: string;
  operation: string;
  subresource?: string;
  /** ISO 8601, to the second. Moves with any field of the entry. */
  time?: string;
  apiVersion?: string;
  fields: FieldSet;
}

/** Reads the entries of a live object; unreadable ones are left out. */
export function readManagedFields(
  live: JsonValue | undefined,
): ManagedFieldsEntry[] {
  const entries = ownAt(live, 'metadata', 'managedFields');
  if (!isList(entries)) {
    return [];
  }
  return entries.filter(isMap).map(readEntry);
}

/** Of most entries nobody asks for the fields: they are parsed when one does. */
function readEntry(entry: JsonMap): ManagedFieldsEntry {
  let fields: FieldSet | undefined;
  return {
    manager: text(own(entry, 'manager')) ?? '',
    operation: text(own(entry, 'operation')) ?? 'Update',
    subresource: text(own(entry, 'subresource')),
    time: text(own(entry, 'time')),
    apiVersion: text(own(entry, 'apiVersion')),
    get fields() {
      fields ??= parseFieldsV1(own(entry, 'fieldsV1'));
      return fields;
    },
  };
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * The entries that own a field: those that list it, else those that own an
 * ancestor as a whole, else those that own something below it. The newest
 * first; an entry without a time (`scale`) before all others, since it names
 * a subresource of its own.
 */
export function ownersOf(
  entries: readonly ManagedFieldsEntry[],
  path: Path,
): ManagedFieldsEntry[] {
  const ranked = entries.map(entry => ({
    entry,
    ownership: ownershipOf(entry.fields, path),
  }));
  for (const wanted of ['exact', 'above', 'below'] as const) {
    const owners = ranked
      .filter(({ ownership }) => ownership === wanted)
      .map(({ entry }) => entry);
    if (owners.length > 0) {
      return owners.sort(newestFirst);
    }
  }
  return [];
}

/** The entries that own something below a field and not the field itself, the newest first. */
export function ownersWithin(
  entries: readonly ManagedFieldsEntry[],
  path: Path,
): ManagedFieldsEntry[] {
  return entries
    .filter(({ fields }) => ownershipOf(fields, path) === 'below')
    .sort(newestFirst);
}

function newestFirst(a: ManagedFieldsEntry, b: ManagedFieldsEntry): number {
  if (a.time === b.time) return 0;
  if (a.time === undefined) return -1;
  if (b.time === undefined) return 1;
  return a.time < b.time ? 1 : -1;
}
