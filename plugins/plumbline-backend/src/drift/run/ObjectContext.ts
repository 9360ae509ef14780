import type {
  Comparison,
  CompiledSchema,
  ObjectResult,
} from '@plumbline/kube-drift';
import type { StoredObjects } from '../StoredObjects';
import type { Coverage } from './Coverage';
import type { DeclaredObject } from './declaredObject';
import type { ObservationContext } from './ObservationContext';
import type { LiveObject } from './readLiveObjects';

/** What an object's observation depends on beside its target's. */
export interface ObjectContext extends ObservationContext {
  /** When all live objects had been read, milliseconds since the epoch. */
  observedAt: number;
  object: LiveObject;
  comparison: Comparison;
  /** The comparison's result for the object. */
  result: ObjectResult;
  /** What Git wanted at the last look, by key of the object; undefined when that is not known. */
  desiredBefore: ReadonlyMap<string, DeclaredObject> | undefined;
  coverage: Coverage;
  /** What is stored of the target's objects. */
  stored: StoredObjects;
  schema: CompiledSchema | undefined;
}
