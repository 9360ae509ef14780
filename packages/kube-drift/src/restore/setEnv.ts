import { isMap, JsonValue } from '../values/json';
import type { DriftedField, DriftedObject } from './DriftedObject';
import type { FieldCommandMaker } from './fieldCommands';
import { shortName } from './kubectl';
import { containerPlace } from './podTemplate';

interface Variable {
  field: DriftedField;
  container: string;
  /** `NAME=value`, or `NAME-` to take it away. */
  word: string;
}

/** `kubectl set env`, one command per container; variables with plain values only. */
export const setEnv: FieldCommandMaker = (object, fields, resource) => {
  const containers = new Map<string, Variable[]>();
  for (const field of fields) {
    const variable = variableOf(object, field);
    if (variable) {
      const known = containers.get(variable.container) ?? [];
      containers.set(variable.container, [...known, variable]);
    }
  }
  return [...containers].map(([container, variables]) => ({
    fields: variables.map(({ field }) => field),
    words: [
      'set',
      'env',
      resource,
      '-c',
      container,
      ...variables.map(({ word }) => word),
    ],
    does: `Sets variables of ${container} in ${shortName(
      object,
    )} back to what Git says`,
  }));
};

function variableOf(
  { kind }: DriftedObject,
  field: DriftedField,
): Variable | undefined {
  const place = containerPlace(kind, field.path);
  if (!place || kind === 'Pod' || kind === 'Job') {
    return undefined;
  }
  const [list, item, value, ...deeper] = place.rest;
  const isVariable =
    list && 'field' in list && list.field === 'env' && item && 'key' in item;
  const name = isVariable ? item.key.name : undefined;
  if (typeof name !== 'string' || !/^[-._A-Za-z][-._A-Za-z0-9]*$/.test(name)) {
    return undefined;
  }
  const isWhole = value === undefined;
  if (!isWhole && !('field' in value && value.field === 'value')) {
    return undefined;
  }
  const wanted = isWhole ? plainValue(field.desired) : field.desired;
  if (deeper.length > 0 || (wanted === undefined && !isGone(field, isWhole))) {
    return undefined;
  }
  return {
    field,
    container: place.container,
    word: wanted === undefined ? `${name}-` : `${name}=${wanted}`,
  };
}

/** The value of a variable that is declared as `{name, value}`. */
function plainValue(variable: JsonValue | undefined): JsonValue | undefined {
  return isMap(variable) &&
    Object.keys(variable).every(key => key === 'name' || key === 'value')
    ? variable.value ?? ''
    : undefined;
}

/** `NAME-` takes the whole variable away, so Git must not declare any of it. */
function isGone(field: DriftedField, isWhole: boolean): boolean {
  return isWhole && field.desired === undefined;
}
