import { isServerField } from '../compare/serverFields';
import { RESOURCE_PATH } from '../path/format';
import { Path } from '../path/segment';
import { isSensitivePath, maskBelow } from '../secrets/sensitive';
import { JsonValue } from '../values/json';
import { AdoptChange } from './AdoptChange';

const SECRET = 'secret values are not written into patches';
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** Why a difference has no place in a patch, whatever the file looks like; undefined when it has. */
export function whyNotAdopted(
  change: AdoptChange,
  kind: string,
  path: Path,
): string | undefined {
  if (change.verdict !== undefined && change.verdict !== 'drift') {
    const because = change.reason ? `: ${change.reason}` : '';
    return `the difference is ${change.verdict}${because}`;
  }
  if (kind === 'Secret' || isSensitivePath(kind, path)) {
    return SECRET;
  }
  if (isServerField(path)) {
    return 'the API server writes this field';
  }
  if (names(path, 'ephemeralContainers')) {
    return 'a debug container has no place in Git';
  }
  if (names(path, RESTARTED_AT)) {
    return 'it is the trace of a restart and has no place in Git';
  }
  return holdsSecret(kind, path, change.live as JsonValue | undefined)
    ? SECRET
    : undefined;
}

/** Why a difference of the object as a whole is not patched. */
export function whyNotWhole({ type, path }: AdoptChange): string | undefined {
  if (type === 'object-missing') {
    return 'nothing is live that Git could take over; remove its manifest if it should stay away';
  }
  if (type === 'object-unexpected') {
    return 'no manifest declares it; add one if it should stay';
  }
  return path === RESOURCE_PATH
    ? 'it concerns the object as a whole'
    : undefined;
}

function names(path: Path, field: string): boolean {
  return path.some(segment => 'field' in segment && segment.field === field);
}

function holdsSecret(
  kind: string,
  path: Path,
  live: JsonValue | undefined,
): boolean {
  let found = false;
  if (live !== undefined) {
    maskBelow(kind, path, live, value => {
      found = true;
      return value;
    });
  }
  return found;
}
