import { isDefault } from '../schema/defaults';
import {
  isMap,
  isZero,
  JsonMap,
  JsonValue,
  own,
  sameJson,
} from '../values/json';
import { standInSameOrder } from './listKeys';
import { isServerField } from './serverFields';
import { Place } from './place';

/** Asked for every field of every object: it holds no more than it must. */
type TypedPath = Pick<Place, 'path' | 'schema'>;

/**
 * Whether live holds anything that desired does not mention and that the API
 * server does not fill in by itself. Says yes when in doubt: a no spares
 * parsing who owns which field, which takes longer than all the rest.
 */
export function mayHoldUndeclared(
  desired: JsonValue,
  live: JsonValue,
  place: TypedPath,
): boolean {
  if (isMap(desired) && isMap(live)) {
    return Object.keys(live).some(name =>
      mayFieldHoldUndeclared(name, desired, live, place),
    );
  }
  if (Array.isArray(desired) && Array.isArray(live)) {
    return mayListHoldUndeclared(desired, live, place);
  }
  return false;
}

function mayFieldHoldUndeclared(
  name: string,
  desired: JsonMap,
  live: JsonMap,
  { path, schema }: TypedPath,
): boolean {
  const declared = own(desired, name);
  const value = live[name];
  if (declared === value || value === null) {
    return false;
  }
  const isScalar = typeof declared !== 'object' || typeof value !== 'object';
  if (declared !== undefined && declared !== null && isScalar) {
    return false;
  }
  const childPath = [...path, { field: name }];
  if (isServerField(childPath)) {
    return false;
  }
  const child = schema?.field(name);
  if (declared !== undefined && declared !== null) {
    return mayHoldUndeclared(declared, value, {
      path: childPath,
      schema: child,
    });
  }
  const parentType = schema?.typeName;
  return (
    !(parentType !== undefined && isZero(value)) &&
    !isDefault(value, {
      schema: child,
      name,
      parentType,
      parent: live,
      declared: desired,
    })
  );
}

function mayListHoldUndeclared(
  desired: JsonValue[],
  live: JsonValue[],
  { path, schema }: TypedPath,
): boolean {
  const rule = schema?.list;
  if (rule?.kind === 'atomic') {
    return false; // owned as a whole
  }
  if (
    rule?.kind !== 'keyed' ||
    !standInSameOrder(desired, live, rule.keys, schema?.items)
  ) {
    return !sameJson(desired, live);
  }
  return desired.some(
    (item, at) =>
      !sameJson(item, live[at]) &&
      mayHoldUndeclared(item, live[at], {
        path: [...path, { index: at }],
        schema: schema?.items,
      }),
  );
}
