import { parseRef } from '../identity/ref';
import { applyFaults, isClearedByApply } from './applyFaults';
import { lostKeysWarning, replacementWarning } from './dataLoss';
import type { DriftedField, DriftedObject } from './DriftedObject';
import { fieldWarnings } from './fieldWarnings';
import { needsNewObject } from './immutable';
import { kubectl, shortName } from './kubectl';
import type {
  RestoreCommand,
  RestoreFinding,
  RestoreInput,
  RestoreWarning,
} from './RestoreInput';

/** Names that are spelled out; the rest is counted. */
const NAMED = 5;

/** One command per file that declares the objects: the whole file is applied, or replaced where a field cannot change. */
export function fileCommands(
  objects: readonly DriftedObject[],
  input: RestoreInput,
): RestoreCommand[] {
  const byFile = new Map<string, DriftedObject[]>();
  for (const object of objects) {
    const file = input.files?.[object.ref];
    if (file !== undefined && object.desired) {
      byFile.set(file, [...(byFile.get(file) ?? []), object]);
    }
  }
  return [...byFile].map(([file, declared]) =>
    declared.some(object =>
      object.fields.some(field => needsNewObject(object, field)),
    )
      ? replaceFile(file, declared, input)
      : applyFile(file, declared, input),
  );
}

function applyFile(
  file: string,
  objects: readonly DriftedObject[],
  input: RestoreInput,
): RestoreCommand {
  const undeclared = objects.flatMap(object =>
    object.fields.filter(
      field => field.desired === undefined && !isClearedByApply(object, field),
    ),
  );
  const faults = objects.flatMap(applyFaults);
  const created = objects.filter(({ presence }) => presence !== undefined);
  return {
    text: fileLine('apply', file, objects, input),
    tool: 'kubectl',
    does:
      created.length > 0
        ? `Creates ${created
            .map(shortName)
            .join(', ')} and applies the rest of the file`
        : `Applies the whole file: ${objects
            .map(shortName)
            .join(', ')} as Git says`,
    warnings: [
      ...objects.flatMap(object => fieldWarnings(object, object.fields)),
      ...alsoSets(file, objects, input),
      ...(undeclared.length > 0 ? [leavesWarning(undeclared)] : []),
      ...faults.map(({ warning }) => warning),
    ],
    ends: [
      ...endsOf(objects, [
        ...undeclared,
        ...faults.flatMap(({ fields }) => fields),
      ]),
      ...alsoEnded(file, objects, input),
    ],
  };
}

function replaceFile(
  file: string,
  objects: readonly DriftedObject[],
  input: RestoreInput,
): RestoreCommand {
  const frozen = objects.filter(object =>
    object.fields.some(field => needsNewObject(object, field)),
  );
  return {
    text: fileLine('replace', file, objects, input, '--force'),
    tool: 'kubectl',
    does: `Deletes the objects of the file and makes them anew: ${frozen
      .map(shortName)
      .join(', ')} has a field that cannot be changed in place`,
    warnings: [
      ...objects.map(replacementWarning),
      ...objects.flatMap(object => lostKeysWarning(object, object.fields)),
      ...alsoDeletes(file, objects, input),
      ...alsoSets(file, objects, input),
    ],
    ends: [...endsOf(objects, []), ...alsoEnded(file, objects, input)],
  };
}

function fileLine(
  verb: string,
  file: string,
  objects: readonly DriftedObject[],
  { namespace, context }: RestoreInput,
  ...flags: string[]
): string {
  const namespaced = objects.some(object => object.namespace !== undefined);
  return kubectl(
    { namespace: namespaced ? namespace ?? objects[0].namespace : undefined },
    context,
    verb,
    ...flags,
    '-f',
    file,
  );
}

function endsOf(
  objects: readonly DriftedObject[],
  left: readonly DriftedField[],
): RestoreFinding[] {
  return objects.flatMap(({ presence, fields }) => [
    ...(presence ? [presence] : []),
    ...fields
      .filter(field => !left.includes(field))
      .map(({ finding }) => finding),
  ]);
}

function leavesWarning(left: readonly DriftedField[]): RestoreWarning {
  return {
    severity: 'warning',
    title: `Leaves ${count(left.length, 'field')} that Git does not declare`,
    text: `${list(
      left.map(({ finding }) => finding.path),
    )}: apply takes away only what it applied before.`,
  };
}

/** What else differs in the file, and so ends with it. */
function alsoEnded(
  file: string,
  objects: readonly DriftedObject[],
  { files, others }: RestoreInput,
): RestoreFinding[] {
  const own = new Set(
    objects.flatMap(({ ref, fields }) =>
      fields.map(({ finding }) => `${ref} ${finding.path}`),
    ),
  );
  return (others ?? []).filter(
    ({ ref, path, type }) =>
      files?.[ref] === file &&
      type !== 'additive' &&
      !own.has(`${ref} ${path}`),
  );
}

function alsoSets(
  file: string,
  objects: readonly DriftedObject[],
  input: RestoreInput,
): RestoreWarning[] {
  const also = alsoEnded(file, objects, input);
  return also.length === 0
    ? []
    : [
        {
          severity: 'info',
          title: `Also sets ${count(also.length, 'other difference')} back`,
          text: `${list(
            also.map(
              ({ ref, path }) => `${path} of ${shortName(parseRef(ref))}`,
            ),
          )}.`,
        },
      ];
}

/** Replacing a file deletes all that it declares, whether it differs or not. */
function alsoDeletes(
  file: string,
  objects: readonly DriftedObject[],
  { files = {} }: RestoreInput,
): RestoreWarning[] {
  const own = new Set(objects.map(({ ref }) => ref));
  const others = Object.keys(files)
    .filter(ref => files[ref] === file && !own.has(ref))
    .map(parseRef);
  const dangerous = others
    .map(replacementWarning)
    .filter(({ severity }) => severity === 'danger');
  return others.length === 0
    ? []
    : [
        ...dangerous,
        {
          severity: 'warning',
          title: `Deletes ${count(
            others.length,
            'other object',
          )} of the file as well, and makes them anew`,
          text: `${list(others.map(shortName))}.`,
        },
      ];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function list(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 0
    ? `${names.slice(0, NAMED).join(', ')} and ${more} more`
    : names.join(', ');
}
