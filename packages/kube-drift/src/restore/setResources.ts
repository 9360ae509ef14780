import type { DriftedField, DriftedObject } from './DriftedObject';
import type { FieldCommandMaker } from './FieldCommand';
import { shortName } from './kubectl';
import { containerPlace, fieldNames } from './podTemplate';

type Amount = {
  field: DriftedField;
  container: string;
  group: string;
  word: string;
};

/** `kubectl set resources`, one command per container. It can change amounts, not take them away. */
export const setResources: FieldCommandMaker = (object, fields, resource) => {
  const containers = new Map<string, Amount[]>();
  for (const field of fields) {
    const amount = amountOf(object, field);
    if (amount) {
      const known = containers.get(amount.container) ?? [];
      containers.set(amount.container, [...known, amount]);
    }
  }
  return [...containers].map(([container, amounts]) => ({
    fields: amounts.map(({ field }) => field),
    words: [
      'set',
      'resources',
      resource,
      '-c',
      container,
      ...['limits', 'requests'].flatMap(group => {
        const words = amounts.filter(one => one.group === group);
        return words.length > 0
          ? `--${group}=${words.map(({ word }) => word).join(',')}`
          : [];
      }),
    ],
    does: `Sets resources of ${container} in ${shortName(
      object,
    )} back to what Git says`,
  }));
};

function amountOf(
  { kind }: DriftedObject,
  field: DriftedField,
): Amount | undefined {
  const place = containerPlace(kind, field.path);
  const [resources, group, name, ...deeper] = place
    ? fieldNames(place.rest) ?? []
    : [];
  const isAmount =
    resources === 'resources' &&
    (group === 'limits' || group === 'requests') &&
    name !== undefined &&
    deeper.length === 0;
  const { desired } = field;
  return place &&
    isAmount &&
    kind !== 'Pod' &&
    kind !== 'Job' &&
    (typeof desired === 'string' || typeof desired === 'number')
    ? { field, container: place.container, group, word: `${name}=${desired}` }
    : undefined;
}
