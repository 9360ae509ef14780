import { parseDuration } from '@plumbline/kube-drift';
import type { ControllerRef } from '../ControllerRef';
import { booleanAt, mapsAt, textAt, timeAt } from '../fields';
import { emptySync, type SyncState } from '../SyncState';

const NANOSECONDS_PER_SECOND = 1_000_000_000n;

/** What every object of Flux says in its `Ready` condition, and whether it is suspended. */
export function readySync(ref: ControllerRef, object: object): SyncState {
  const ready = mapsAt(object, 'status', 'conditions').find(
    condition => textAt(condition, 'type') === 'Ready',
  );
  const interval = parseDuration(textAt(object, 'spec', 'interval') ?? '');
  return {
    ...emptySync(ref),
    phase: textAt(ready, 'reason'),
    // Flux moves it with every change of the message, which names the revision.
    appliedAt:
      textAt(ready, 'status') === 'True'
        ? timeAt(ready, 'lastTransitionTime')
        : undefined,
    message: textAt(ready, 'message'),
    suspended: booleanAt(object, 'spec', 'suspend') ?? false,
    intervalSeconds:
      interval === undefined
        ? undefined
        : Number(interval / NANOSECONDS_PER_SECOND),
  };
}
