import { Difference } from '../compare/difference';
import { hasField } from '../schema/hasField';
import { SchemaNode } from '../schema/schemaNode';
import { isMap, JsonValue, own } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

/** A difference that may be none: something needed to tell is not at hand. */
export interface UnverifiableSubject {
  difference: Difference;
  desired: KubeObject;
  live: KubeObject;
  /** Types of both, which differ when their versions do. */
  desiredType: SchemaNode;
  liveType: SchemaNode;
}

/** Why nobody can tell whether a difference is one. */
export function unverifiableReason(
  subject: UnverifiableSubject,
): string | undefined {
  return isCiphertext(subject)
    ? 'encrypted with SOPS: only the key would tell whether it is the same'
    : ofAnotherVersion(subject);
}

/** What SOPS writes for a value, and the same in a Secret's base64. */
const CIPHERTEXT = /^(?:ENC\[AES256_GCM,|RU5DW0FFUzI1Nl9HQ00s)/;

function isCiphertext({ difference, desired }: UnverifiableSubject): boolean {
  return (
    difference.type === 'changed' &&
    isEncrypted(desired) &&
    typeof difference.desired === 'string' &&
    CIPHERTEXT.test(difference.desired)
  );
}

/** Whether a manifest is a file as SOPS writes it. */
export function isEncrypted(desired: JsonValue): boolean {
  const sops = own(desired, 'sops');
  return isMap(sops) && own(sops, 'mac') !== undefined;
}

/** One object is served in several versions, whose fields need not be alike. */
function ofAnotherVersion({
  difference,
  desired,
  live,
  desiredType,
  liveType,
}: UnverifiableSubject): string | undefined {
  const { type, path } = difference;
  if (desired.apiVersion === live.apiVersion || type === 'changed') {
    return undefined;
  }
  const other = type === 'missing' ? liveType : desiredType;
  return hasField(other, path) === false
    ? `declared as ${desired.apiVersion} and read as ${live.apiVersion}, only one of which has this field`
    : undefined;
}
