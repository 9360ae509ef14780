import type { ObjectIdentity } from '../identity/ref';
import type { DriftedField, DriftedObject } from './DriftedObject';
import { shortName } from './kubectl';
import { fieldNames } from './podTemplate';
import type { RestoreWarning } from './RestoreInput';

/** What goes with an object of a kind. */
const LOST_WITH: Record<string, string> = {
  ConfigMap: 'Its data is kept nowhere else.',
  CustomResourceDefinition:
    'All objects of its kind go with it, in every namespace.',
  Namespace: 'Everything in it goes with it.',
  PersistentVolume: 'What is stored on it may go with it.',
  PersistentVolumeClaim: 'What is stored on its volume may go with it.',
  Secret: 'Its data is kept nowhere else.',
  StatefulSet:
    'Its pods end; the claims of their volumes stay, unless its retention policy says otherwise.',
};

/** Kinds of which Git brings back what it declares. */
const HELD_BY_GIT = new Set(['ConfigMap', 'Secret']);

/** Of deleting an object and making it anew from its manifest. */
export function replacementWarning(object: ObjectIdentity): RestoreWarning {
  return HELD_BY_GIT.has(object.kind)
    ? { severity: 'warning', title: `Deletes ${shortName(object)}` }
    : deletionWarning(object);
}

/** Of deleting an object. */
export function deletionWarning(object: ObjectIdentity): RestoreWarning {
  const text = LOST_WITH[object.kind];
  return text === undefined
    ? { severity: 'warning', title: `Deletes ${shortName(object)}` }
    : { severity: 'danger', title: `Deletes ${shortName(object)}`, text };
}

/** Of keys that only the cluster has. */
export function lostKeysWarning(
  { kind }: DriftedObject,
  fields: readonly DriftedField[],
): RestoreWarning[] {
  const keys = fields.flatMap(({ path, desired }) => {
    const [map, key] = fieldNames(path) ?? [];
    const isData = ['data', 'binaryData', 'stringData'].includes(map);
    return desired === undefined && isData && key !== undefined ? key : [];
  });
  return (kind === 'ConfigMap' || kind === 'Secret') && keys.length > 0
    ? [
        {
          severity: 'warning',
          title:
            keys.length === 1
              ? 'Removes a key that only the cluster has'
              : `Removes ${keys.length} keys that only the cluster has`,
          text: `${keys.join(', ')}: kept nowhere else.`,
        },
      ]
    : [];
}
