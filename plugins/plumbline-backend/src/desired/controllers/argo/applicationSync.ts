import { isDeepStrictEqual } from 'node:util';
import { isJsonObject } from '../../../clusters/apiServer/json';
import type { ControllerRef } from '../ControllerRef';
import {
  booleanAt,
  isSet,
  listAt,
  mapAt,
  mapsAt,
  textAt,
  textsAt,
  timeAt,
  type Fields,
} from '../fields';
import { emptySync, type SyncState } from '../SyncState';

/**
 * What an Application says of the last time that it was applied.
 *
 * @param index - of the source, where there are several
 */
export function applicationSync(
  ref: ControllerRef,
  application: object,
  index: number,
): SyncState {
  const operation = mapAt(application, 'status', 'operationState');
  const { automated } = mapAt(application, 'spec', 'syncPolicy');
  // An empty map is enough.
  const isAutomated =
    isJsonObject(automated) && booleanAt(automated, 'enabled') !== false;
  return {
    ...emptySync(ref),
    ...appliedOf(application, index),
    notReproducible: whyNotReproducible(application, index),
    phase:
      textAt(operation, 'phase') ??
      textAt(application, 'status', 'sync', 'status'),
    message: messageOf(application, operation),
    automated: isAutomated,
    selfHeal: isAutomated && booleanAt(automated, 'selfHeal') === true,
  };
}

/** The commit that Argo CD compares with: what a branch or a range of versions means to it. */
export function resolvedRevisionOf(
  application: object,
  index: number,
): string | undefined {
  return revisionIn(mapAt(application, 'status', 'sync'), index);
}

/** The last entry of the history: Argo CD writes one for each sync that went through. */
function appliedOf(
  application: object,
  index: number,
): Pick<SyncState, 'revision' | 'appliedAt' | 'initiatedBy'> {
  const last = mapsAt(application, 'status', 'history').at(-1);
  const operation = mapAt(application, 'status', 'operationState');
  if (last) {
    return {
      revision: revisionIn(last, index),
      appliedAt: timeAt(last, 'deployedAt'),
      initiatedBy: initiatorOf(mapAt(last, 'initiatedBy')),
    };
  }
  const isApplied = textAt(operation, 'phase') === 'Succeeded';
  return isApplied
    ? {
        revision: revisionIn(mapAt(operation, 'syncResult'), index),
        appliedAt: timeAt(operation, 'finishedAt'),
        initiatedBy: initiatorOf(mapAt(operation, 'operation', 'initiatedBy')),
      }
    : {};
}

/** What a sync applied depends on more than its commit. */
function whyNotReproducible(
  application: object,
  index: number,
): string | undefined {
  const source = sourceIn(mapAt(application, 'spec'), index);
  if (
    textsAt(source, 'helm', 'valueFiles').some(file => file.startsWith('$'))
  ) {
    return 'its values come from another source, of which only the newest commit is read';
  }
  const last = mapsAt(application, 'status', 'history').at(-1);
  const then = sourceIn(last ?? {}, index);
  return isSet(then) && isSet(source) && !isSameSource(then, source)
    ? 'its source was changed since then'
    : undefined;
}

function sourceIn(part: Fields, index: number): Fields {
  const several = listAt(part, 'sources');
  return several.length > 0 ? mapAt(several[index]) : mapAt(part, 'source');
}

/** What is asked for beside the revision. */
function isSameSource(a: Fields, b: Fields): boolean {
  const { targetRevision: then, ...one } = a;
  const { targetRevision: now, ...other } = b;
  return isDeepStrictEqual(one, other);
}

function revisionIn(part: Fields, index: number): string | undefined {
  return textsAt(part, 'revisions')[index] ?? textAt(part, 'revision');
}

function initiatorOf(initiatedBy: Fields): string | undefined {
  return booleanAt(initiatedBy, 'automated')
    ? undefined
    : textAt(initiatedBy, 'username');
}

function messageOf(application: object, operation: Fields): string | undefined {
  const failure = mapsAt(application, 'status', 'conditions').find(condition =>
    (textAt(condition, 'type') ?? '').endsWith('Error'),
  );
  return failure && isSet(failure, 'message')
    ? textAt(failure, 'message')
    : textAt(operation, 'message');
}
