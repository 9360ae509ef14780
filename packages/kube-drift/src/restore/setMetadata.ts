import type { DriftedField } from './DriftedObject';
import type { FieldCommandMaker } from './FieldCommand';
import { shortName } from './kubectl';
import { fieldNames } from './podTemplate';

/** `kubectl label` and `kubectl annotate`. */
export const setMetadata: FieldCommandMaker = (object, fields, resource) =>
  (['labels', 'annotations'] as const).flatMap(map => {
    const entries = fields.flatMap(field => entryOf(map, field) ?? []);
    return entries.length === 0
      ? []
      : [
          {
            fields: entries.map(({ field }) => field),
            words: [
              map === 'labels' ? 'label' : 'annotate',
              resource,
              ...entries.map(({ word }) => word),
              // Taking away overwrites nothing.
              ...(entries.some(({ field }) => field.desired !== undefined)
                ? ['--overwrite']
                : []),
            ],
            does: `Sets ${map} of ${shortName(object)} back to what Git says`,
          },
        ];
  });

function entryOf(map: 'labels' | 'annotations', field: DriftedField) {
  const [metadata, name, key, ...deeper] = fieldNames(field.path) ?? [];
  if (
    metadata !== 'metadata' ||
    name !== map ||
    key === undefined ||
    deeper.length > 0
  ) {
    return undefined;
  }
  const { desired } = field;
  if (desired === undefined) {
    return { field, word: `${key}-` };
  }
  return typeof desired === 'string'
    ? { field, word: `${key}=${desired}` }
    : undefined;
}
