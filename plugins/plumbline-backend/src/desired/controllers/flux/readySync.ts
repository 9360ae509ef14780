import { parseDuration } from '@plumbline/kube-drift';
import type { ControllerRef } from '../ControllerRef';
import { booleanAt, mapsAt, numberAt, textAt, timeAt } from '../fields';
import { emptySync, type SyncState } from '../SyncState';

const NANOSECONDS_PER_SECOND = 1_000_000_000n;

/** What every object of Flux says in its `Ready` condition, and whether it is suspended. */
export function readySync(ref: ControllerRef, object: object): SyncState {
  const ready = mapsAt(object, 'status', 'conditions').find(
    condition => textAt(condition, 'type') === 'Ready',
  );
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  const observed = numberAt(object, 'status', 'observedGeneration');
  const interval = parseDuration(textAt(object, 'spec', 'interval') ?? '');
  return {
    ...emptySync(ref),
    notReproducible:
      observed !== undefined && observed < generation
        ? 'it was changed since then'
        : undefined,
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
