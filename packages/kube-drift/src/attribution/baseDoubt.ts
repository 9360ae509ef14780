import {
  classifyActor,
  type ActorClassification,
  type NormalizedEvent,
} from '@plumbline/kube-audit';
import { LAST_APPLIED } from '../compare/serverFields';
import { ManagedFieldsEntry, ownersOf } from '../fields/managedFields';
import { fields } from '../path/segment';
import {
  explainEntry,
  hasChangedNothing,
  unrecordedEntries,
} from './ownerMatch';
import { AttributionWindow } from './window';

const LAST_APPLIED_PATH = fields('metadata', 'annotations', LAST_APPLIED);
/** Why the base may say what Git never said. */
export type BaseDoubt = 'person' | 'unrecorded';

/** What may have touched the base. */
export interface BaseWitness {
  /** All entries of the live object. */
  entries: readonly ManagedFieldsEntry[];
  /** Entries that own the field. */
  owners: readonly ManagedFieldsEntry[];
  /** Writes of the object in the window. */
  writes: readonly NormalizedEvent[];
  window: AttributionWindow;
  actors?: ActorClassification;
}

/**
 * Whether somebody may have written the value that Git seems to have applied.
 * `kubectl apply` of one's own file rewrites last-applied under the name of
 * the manager that a pipeline uses, and any client may call itself so.
 */
export function doubtOfBase(witness: BaseWitness): BaseDoubt | undefined {
  const { entries, owners, writes, window, actors } = witness;
  const annotation = ownersOf(entries, LAST_APPLIED_PATH).at(0);
  // Without the annotation the base is what Git's own manager holds. With it,
  // the server brings it up to date with what anybody applies.
  const sources = annotation
    ? [annotation, ...entries.filter(hasApplied)]
    : owners;
  if (unrecordedEntries(sources, writes, window).length > 0) {
    return 'unrecorded';
  }
  const isByPerson = sources.some(entry => {
    const last = explainEntry(entry, writes).at(-1);
    return last !== undefined && classifyActor(last, actors).class === 'human';
  });
  return isByPerson ? 'person' : undefined;
}

function hasApplied(entry: ManagedFieldsEntry): boolean {
  return entry.operation === 'Apply' && !hasChangedNothing(entry);
}
