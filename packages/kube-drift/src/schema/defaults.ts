import {
  isEmpty,
  isList,
  isMap,
  JsonMap,
  JsonValue,
  own,
  sameJson,
} from '../values/json';
import { DEFAULTS } from './defaultValues';
import {
  ALLOCATED,
  COPIED,
  DEFAULT_TOLERATIONS,
  DEFAULTS_BESIDE,
  PULL_POLICIES,
  ZERO_MEANS_DEFAULT,
} from './dependentDefaults';
import { SchemaNode } from './schemaNode';

/** Where a value stands: its type's name and field, or its schema's default. */
export interface DefaultPlace {
  schema?: SchemaNode;
  name?: string;
  /** Type of the struct that holds the field. */
  parentType?: string;
  /** The live struct that holds the field. */
  parent?: JsonValue;
  /** The same struct as declared. */
  declared?: JsonValue;
}

/**
 * Whether a live value is what the API server would have put there unasked.
 */
export function isDefault(live: JsonValue, place: DefaultPlace): boolean {
  const { schema, name, parentType, parent } = place;
  if (
    schema?.default !== undefined &&
    isFilledDefault(live, schema.default, schema)
  ) {
    return true;
  }
  if (isMap(live) && schema?.typeName && isDefaultStruct(live, schema)) {
    return true;
  }
  if (name === undefined || parentType === undefined) {
    return false;
  }
  if (entryOf(ALLOCATED, parentType)?.includes(name)) {
    return true;
  }
  if (isCopied(live, parent, fieldOf(COPIED, parentType, name))) {
    return true;
  }
  const image = fieldOf(PULL_POLICIES, parentType, name);
  if (image !== undefined) {
    return live === defaultPullPolicy(own(parent, image));
  }
  const beside = fieldOf(DEFAULTS_BESIDE, parentType, name);
  if (live === beside?.value && own(parent, beside.field) !== undefined) {
    return true;
  }
  if (parentType === 'core.v1.PodSpec' && isPodDefault(live, name, place)) {
    return true;
  }
  const known = fieldOf(DEFAULTS, parentType, name);
  return known !== undefined && withinDefault(live, known);
}

/** Whether a declared zero says no more than leaving the field out. */
export function zeroMeansDefault({ name, parentType }: DefaultPlace): boolean {
  return (
    name !== undefined &&
    parentType !== undefined &&
    entryOf(ZERO_MEANS_DEFAULT, parentType)?.includes(name) === true
  );
}

/** Objects may hold fields such as `constructor`, which tables inherit. */
function entryOf<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function fieldOf<T>(
  table: Record<string, Record<string, T>>,
  type: string,
  name: string,
): T | undefined {
  const fields = entryOf(table, type);
  return fields && entryOf(fields, name);
}

function isCopied(
  live: JsonValue,
  parent: JsonValue | undefined,
  siblings: readonly string[] | undefined,
): boolean {
  return (
    siblings?.some(sibling => {
      const origin = own(parent, sibling);
      return isMap(live) && isMap(origin)
        ? Object.keys(live).every(key => sameJson(live[key], own(origin, key)))
        : sameJson(live, origin);
    }) === true
  );
}

function isPodDefault(
  live: JsonValue,
  name: string,
  { parent, declared }: DefaultPlace,
): boolean {
  switch (name) {
    case 'serviceAccount':
      // The old name of serviceAccountName: the API server keeps both equal.
      return sameJson(live, own(parent, 'serviceAccountName') ?? 'default');
    case 'serviceAccountName':
      return sameJson(live, own(declared, 'serviceAccount'));
    case 'tolerations':
      return (
        isList(live) &&
        live.every(item =>
          DEFAULT_TOLERATIONS.some(toleration => sameJson(item, toleration)),
        )
      );
    default:
      return false;
  }
}

/** A default may be a struct or a list, and is completed by their defaults. */
function isFilledDefault(
  live: JsonValue,
  given: JsonValue,
  schema: SchemaNode | undefined,
): boolean {
  if (isMap(live) && isMap(given)) {
    return (
      Object.keys(given).every(name => own(live, name) !== undefined) &&
      Object.keys(live).every(name => {
        const value = own(given, name);
        const field = schema?.field(name);
        return value === undefined
          ? isDefault(live[name], { schema: field })
          : isFilledDefault(live[name], value, field);
      })
    );
  }
  if (isList(live) && isList(given)) {
    return (
      live.length === given.length &&
      live.every((item, at) => isFilledDefault(item, given[at], schema?.items))
    );
  }
  return sameJson(live, given);
}

/** A struct is a default when every field in it is. */
function isDefaultStruct(live: JsonMap, schema: SchemaNode): boolean {
  return Object.keys(live).every(
    name =>
      isEmpty(live[name]) ||
      isDefault(live[name], {
        schema: schema.field(name),
        name,
        parentType: schema.typeName,
        parent: live,
      }),
  );
}

function withinDefault(live: JsonValue, known: JsonValue): boolean {
  if (isMap(live) && isMap(known)) {
    return Object.keys(live).every(key => {
      const value = own(known, key);
      return value !== undefined && withinDefault(live[key], value);
    });
  }
  return isList(live) && live.length === 0 ? true : sameJson(live, known);
}

/** An optional registry, the repository in lower case, an optional tag. */
const IMAGE_NAME =
  /^(?:[\w.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[\w.-]+)?$/;

/** `Always` for an image without a tag or with `latest`. */
function defaultPullPolicy(image: JsonValue | undefined): string {
  const name = typeof image === 'string' ? image : '';
  if (name.includes('@')) {
    return 'IfNotPresent';
  }
  const tag = /:([^/:]+)$/.exec(name)?.[1];
  if (!IMAGE_NAME.test(name)) {
    return 'IfNotPresent'; // what cannot be read has no tag, not even `latest`
  }
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent';
}
