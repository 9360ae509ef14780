import { lastApplied } from '../compare/base';
import { formatPath } from '../path/format';
import { resolvePath } from '../path/resolve';
import { isList, JsonMap, own, ownAt } from '../values/json';
import type { DriftedField, DriftedObject } from './DriftedObject';
import type { RestoreWarning } from './RestoreInput';
import { rivalsOf } from './rivals';

/** What applying a manifest does not bring back, and what to know of it. */
export interface ApplyFault {
  fields: readonly DriftedField[];
  warning: RestoreWarning;
}

/** Where `kubectl apply` of an object fails, or goes wrong, as the object is now. */
export function applyFaults(object: DriftedObject): ApplyFault[] {
  return [...refusals(object), ...namesTaken(object), ...mixedPorts(object)];
}

/** Applying takes away only what was applied before. */
export function isClearedByApply(
  { live }: Pick<DriftedObject, 'live'>,
  { path }: Pick<DriftedField, 'path'>,
): boolean {
  const applied = live && lastApplied(live);
  return resolvePath(applied, path) !== undefined;
}

/** Of two fields that rule each other out, apply sets one and leaves the other: the server then takes none of the object. */
function refusals(object: DriftedObject): ApplyFault[] {
  return object.fields.flatMap(field => {
    const { paths, areCleared } = rivalsOf(object, field);
    const staying = areCleared
      ? []
      : paths.filter(path => !isClearedByApply(object, { path }));
    return staying.length === 0
      ? []
      : [
          {
            fields: object.fields,
            warning: {
              severity: 'danger',
              title: 'The server refuses it as things are',
              text: `${staying.map(formatPath).join(', ')} must go before ${
                field.finding.path
              } can be set, and apply leaves it.`,
            },
          },
        ];
  });
}

/** A Service takes each name once; apply adds the port that Git declares beside the one that has its name now. */
function namesTaken(object: DriftedObject): ApplyFault[] {
  const ports = ownAt(object.live, 'spec', 'ports');
  return object.fields.flatMap(({ finding, desired }) => {
    const name = finding.type === 'missing' ? own(desired, 'name') : undefined;
    const isTaken =
      object.kind === 'Service' &&
      name !== undefined &&
      isList(ports) &&
      ports.some(port => own(port, 'name') === name);
    return isTaken
      ? [
          {
            fields: object.fields,
            warning: {
              severity: 'danger',
              title: 'The server refuses it as things are',
              text: `Another port is named ${name}, and apply leaves it.`,
            },
          },
        ]
      : [];
  });
}

/** A client-side apply tells ports apart by their number alone. */
function mixedPorts(object: DriftedObject): ApplyFault[] {
  const fields = object.fields.filter(field => sharesNumber(object, field));
  return fields.length === 0
    ? []
    : [
        {
          fields,
          warning: {
            severity: 'danger',
            title: 'Mixes up ports of the same number',
            text: 'A client-side apply does not tell TCP from UDP. With --server-side it does.',
          },
        },
      ];
}

function sharesNumber(
  { desired, live }: DriftedObject,
  { path }: DriftedField,
): boolean {
  const at = path.findIndex(
    segment => 'key' in segment && Object.hasOwn(segment.key, 'protocol'),
  );
  const item = path[at];
  if (!item || !('key' in item)) {
    return false;
  }
  const number = (port: JsonMap) =>
    String(own(port, 'containerPort') ?? own(port, 'port'));
  return [desired, live].some(side => {
    const ports = resolvePath(side, path.slice(0, at));
    const same = isList(ports)
      ? ports.filter(port => number(port as JsonMap) === number(item.key))
      : [];
    return same.length > 1;
  });
}
