import { isList, ownAt } from '../values/json';
import type { FieldCommandMaker } from './FieldCommand';
import { shortName } from './kubectl';

/** A debug container stays for as long as its pod. */
export const deletePod: FieldCommandMaker = (object, fields, resource) => {
  const debug = fields.filter(
    ({ path: [spec, list] }) =>
      object.kind === 'Pod' &&
      spec !== undefined &&
      'field' in spec &&
      spec.field === 'spec' &&
      list !== undefined &&
      'field' in list &&
      list.field === 'ephemeralContainers',
  );
  return debug.length === 0
    ? []
    : [
        {
          fields: debug,
          words: ['delete', resource],
          does: hasController(object.live)
            ? `Deletes ${shortName(
                object,
              )} with its debug container; its controller makes a new pod`
            : `Deletes ${shortName(
                object,
              )} with its debug container; apply its manifest to make it anew`,
        },
      ];
};

function hasController(live: unknown): boolean {
  const owners = ownAt(live, 'metadata', 'ownerReferences');
  return isList(owners) && owners.length > 0;
}
