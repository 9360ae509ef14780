import { Path } from '../path/segment';
import { SchemaNode } from '../schema/schemaNode';
import { JsonValue } from '../values/json';
import { Difference } from '../compare/difference';
import { compareDeclared } from '../compare/walk';
import { effectAt, isObject, namesPath } from './bodyEffect';
import { TimelineEntry } from './TimelineEntry';
import { resolvePath } from '../path/resolve';

/** A value that is known, `undefined` standing for absent; or not known. */
export type Known = { value: JsonValue | undefined } | undefined;

/** What one write did to one field. */
export interface FieldChange {
  entry: TimelineEntry;
  before: Known;
  after: Known;
  changed: 'yes' | 'no' | 'unknown';
  /** How `before` is known. */
  beforeFrom?: 'event' | 'observation';
  /** When `before` was seen, microseconds since the epoch. */
  beforeAt?: number;
}

const ABSENT: Known = { value: undefined };

/** One field, and how to compare its values. */
export interface FieldQuestion {
  path: Path;
  schema?: SchemaNode;
  /** From when on writes count: microseconds since the epoch. */
  from: number;
  /** The value when the window opened, if an observation tells. */
  presumed: Known;
  /** Version of the API that the path is of: in others it may mean nothing. */
  version?: string;
  /** Whether the path is what a write of `scale` writes. */
  scales?: boolean;
}

/** A field's way through the window. */
export interface FieldHistory {
  /** What it was when the window opened. */
  atStart: Known;
  /** What each write in the window did to it. */
  changes: FieldChange[];
}

/**
 * Follows one field through the requests about its object. Requests before
 * the window tell what it was. Deleting an object changes no field: whoever
 * makes it anew answers for what it then has, and for what it lacks.
 */
export function followField(
  timeline: readonly TimelineEntry[],
  question: FieldQuestion,
): FieldHistory {
  const { path, from, presumed } = question;
  const changes: FieldChange[] = [];
  let current: Known;
  let source: Pick<FieldChange, 'beforeFrom' | 'beforeAt'> = {};
  let opened = false;
  let deleted = false;
  let whole = true;
  let atStart: Known;
  const open = () => {
    opened = true;
    if (!current && presumed) {
      current = presumed;
      source = { beforeFrom: 'observation', beforeAt: from };
    }
    atStart = current;
  };
  for (const entry of timeline) {
    if (!opened && entry.event.timeMicros > from) {
      open();
    }
    if (entry.kind === 'observation') {
      const response = entry.event.event.responseObject;
      if (isObject(response) && !isOfOtherVersion(entry, question)) {
        current = { value: plain(resolvePath(response, path)) };
        source = seenBy(entry);
        whole = true;
      }
      continue;
    }
    // Before it was first created, an object had no field at all.
    const known = current ?? (isCreation(entry) ? ABSENT : undefined);
    const after =
      entry.kind === 'delete' ? known : afterwards(entry, known, question);
    const before = givesAnew(entry, after) ? ABSENT : known;
    if (opened) {
      changes.push({
        entry,
        before,
        after,
        changed:
          deleted && after && isCreation(entry)
            ? 'yes'
            : changedBetween(entry, { before, after, whole }, question),
        ...(current ? source : before && seenBy(entry)),
      });
    }
    deleted = entry.kind === 'delete';
    if (!deleted) {
      current = after;
      source = seenBy(entry);
      // A body has no defaults in it yet.
      whole = isObject(entry.event.event.responseObject);
    }
  }
  if (!opened) {
    open();
  }
  // What was read before the first write was so from the start.
  return {
    atStart: atStart ?? (changes.length > 0 ? changes[0].before : current),
    changes,
  };
}

function seenBy({ event }: TimelineEntry) {
  return { beforeFrom: 'event', beforeAt: event.timeMicros } as const;
}

/** Field `spec.metrics` of a version is absent from an answer in another. */
function isOfOtherVersion(
  { event }: TimelineEntry,
  { path, version }: FieldQuestion,
): boolean {
  const asked = event.object?.apiVersion;
  const [first] = path;
  const isCommon =
    event.object?.subresource === 'scale' ||
    ('field' in first && first.field === 'metadata');
  return (
    version !== undefined &&
    asked !== undefined &&
    asked !== version &&
    !isCommon
  );
}

function afterwards(
  entry: TimelineEntry,
  before: Known,
  question: FieldQuestion,
): Known {
  if (isOfOtherVersion(entry, question)) {
    return undefined;
  }
  const effect = effectAt(entry.event, question.path, question.scales);
  if (effect.kind === 'untouched') {
    return before;
  }
  return effect.kind === 'value' ? { value: effect.value } : undefined;
}

/** Whether a write made the object that it is about. */
export function isCreation({ event }: TimelineEntry): boolean {
  return event.verb === 'create' || event.code === 201;
}

/** What an object had that was deleted, whoever makes it anew has set again. */
function givesAnew(entry: TimelineEntry, after: Known): boolean {
  return isCreation(entry) && after?.value !== undefined;
}

function changedBetween(
  entry: TimelineEntry,
  { before, after, whole }: { before: Known; after: Known; whole: boolean },
  question: FieldQuestion,
): FieldChange['changed'] {
  const { path, schema, scales } = question;
  const { event } = entry;
  if (entry.kind === 'delete') {
    return 'no';
  }
  if (isOfOtherVersion(entry, question)) {
    return 'unknown';
  }
  if (effectAt(event, path, scales).kind === 'untouched') {
    return 'no';
  }
  if (!after) {
    return 'unknown';
  }
  if (before) {
    const same = whole
      ? sameField(before.value, after.value, path, schema)
      : declares(before.value, after.value, path, schema);
    return same ? 'no' : 'yes';
  }
  return namesPath(event, path, scales) ? 'yes' : 'unknown';
}

function plain(value: JsonValue | undefined): JsonValue | undefined {
  return value === null ? undefined : value;
}

/** Whether two values of one field mean the same. */
export function sameField(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  path: Path,
  schema: SchemaNode | undefined,
): boolean {
  return (
    declares(left, right, path, schema) && declares(right, left, path, schema)
  );
}

/** Whether a value holds all that was declared, defaults aside. */
export function declares(
  declared: JsonValue | undefined,
  value: JsonValue | undefined,
  path: Path,
  schema: SchemaNode | undefined,
): boolean {
  if (declared === undefined || value === undefined) {
    return declared === value;
  }
  const last = path.at(-1);
  const place = {
    path,
    schema,
    name: last && 'field' in last ? last.field : undefined,
  };
  const found: Difference[] = [];
  compareDeclared(declared, value, place, found);
  return found.every(({ orderOnly }) => orderOnly);
}
