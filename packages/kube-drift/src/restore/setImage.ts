import type { DriftedField } from './DriftedObject';
import type { FieldCommandMaker } from './FieldCommand';
import { shortName } from './kubectl';
import { containerPlace, fieldNames } from './podTemplate';

/** `kubectl set image`, for all containers at once. */
export const setImage: FieldCommandMaker = (object, fields, resource) => {
  const images = fields.flatMap(field => imageOf(object.kind, field) ?? []);
  if (images.length === 0 || object.kind === 'Job') {
    return [];
  }
  const names = images.map(({ container }) => container).join(', ');
  return [
    {
      fields: images.map(({ field }) => field),
      words: [
        'set',
        'image',
        resource,
        ...images.map(({ container, image }) => `${container}=${image}`),
      ],
      does: `Sets the image of ${names} in ${shortName(
        object,
      )} back to what Git says`,
    },
  ];
};

function imageOf(kind: string, field: DriftedField) {
  const place = containerPlace(kind, field.path);
  const [name, ...deeper] = place ? fieldNames(place.rest) ?? [] : [];
  return place &&
    name === 'image' &&
    deeper.length === 0 &&
    typeof field.desired === 'string'
    ? { field, container: place.container, image: field.desired }
    : undefined;
}
