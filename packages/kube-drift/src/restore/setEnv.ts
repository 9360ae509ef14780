import { formatPath } from '../path/format';
import { isMap, JsonValue } from '../values/json';
import type { DriftedField, DriftedObject } from './DriftedObject';
import type { FieldCommandMaker } from './FieldCommand';
import { shortName } from './kubectl';
import { containerPlace } from './podTemplate';

interface Variable {
  /** What setting it ends: beside its value, where it came from. */
  fields: DriftedField[];
  container: string;
  /** `NAME=value`, or `NAME-` to take it away. */
  word: string;
}

/** `kubectl set env`, one command per container; variables with plain values only. */
export const setEnv: FieldCommandMaker = (object, fields, resource) => {
  const containers = new Map<string, Variable[]>();
  for (const field of fields) {
    const variable = variableOf(object, field, fields);
    if (variable) {
      const known = containers.get(variable.container) ?? [];
      containers.set(variable.container, [...known, variable]);
    }
  }
  return [...containers].map(([container, variables]) => ({
    fields: variables.flatMap(variable => variable.fields),
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
  all: readonly DriftedField[],
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
    fields: [field, ...(isWhole ? [] : all.filter(isSourceOf(field)))],
    container: place.container,
    word: wanted === undefined ? `${name}-` : `${name}=${wanted}`,
  };
}

/** A variable that is set to a value loses its `valueFrom`. */
function isSourceOf({ path }: DriftedField): (other: DriftedField) => boolean {
  const source = formatPath([...path.slice(0, -1), { field: 'valueFrom' }]);
  return ({ finding, desired }) =>
    desired === undefined &&
    (finding.path === source || finding.path.startsWith(`${source}.`));
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
