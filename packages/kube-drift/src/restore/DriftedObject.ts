import { isObjectOf } from '../adopt/isObjectOf';
import { asStored } from '../compare/stored';
import { isKubeObject, ObjectIdentity, parseRef } from '../identity/ref';
import { locatePath } from '../path/locate';
import { parsePath } from '../path/parse';
import { resolvePath } from '../path/resolve';
import { Path } from '../path/segment';
import { isSensitivePath, maskBelow } from '../secrets/sensitive';
import { JsonMap, JsonValue } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { RestoreFinding, RestoreInput } from './RestoreInput';

/** One difference with both its values. */
export interface DriftedField {
  finding: RestoreFinding;
  path: Path;
  desired: JsonValue | undefined;
  live: JsonValue | undefined;
  /** Whether what Git says must not be written into a command. */
  isSecret: boolean;
}

/** An object with the differences that are to be ended. */
export interface DriftedObject extends ObjectIdentity {
  ref: string;
  /** As the API server stores it. */
  desired: JsonMap | undefined;
  live: KubeObject | undefined;
  /** Of the object as a whole: missing or unexpected. */
  presence: RestoreFinding | undefined;
  fields: DriftedField[];
}

/** Puts findings together by object, in the order in which they are given. */
export function driftedObjects(input: RestoreInput): DriftedObject[] {
  const byRef = new Map<string, RestoreFinding[]>();
  for (const finding of input.findings) {
    byRef.set(finding.ref, [...(byRef.get(finding.ref) ?? []), finding]);
  }
  return [...byRef].map(([ref, findings]) => {
    const declared = objectOf(input.desired, ref, input.namespace);
    const desired = declared && asStored(declared);
    const live = objectOf(input.live, ref, input.namespace);
    const isWhole = ({ type }: RestoreFinding) =>
      type === 'object-missing' || type === 'object-unexpected';
    return {
      ...parseRef(ref),
      ref,
      desired,
      live,
      presence: findings.find(isWhole),
      fields: findings
        .filter(finding => !isWhole(finding))
        .flatMap(finding => fieldOf(finding, desired, live) ?? []),
    };
  });
}

function objectOf(
  objects: readonly object[],
  ref: string,
  namespace: string | undefined,
): KubeObject | undefined {
  return objects
    .filter(isKubeObject)
    .findLast(object => isObjectOf(object, ref, namespace));
}

function fieldOf(
  finding: RestoreFinding,
  desired: JsonMap | undefined,
  live: KubeObject | undefined,
): DriftedField | undefined {
  const roots = [desired, live];
  const path = locatePath(finding.path, roots) ?? parsePath(finding.path);
  const kind = parseRef(finding.ref).kind;
  return (
    path && {
      finding,
      path,
      desired: resolvePath(desired, path),
      live: resolvePath(live, path),
      isSecret: holdsSecret(kind, path, resolvePath(desired, path)),
    }
  );
}

function holdsSecret(
  kind: string,
  path: Path,
  value: JsonValue | undefined,
): boolean {
  let found = isSensitivePath(kind, path);
  if (value !== undefined) {
    maskBelow(kind, path, value, item => {
      found = true;
      return item;
    });
  }
  return found;
}
