import type { NormalizedEvent } from '@plumbline/kube-audit';
import { ManagedFieldsEntry } from '../fields/managedFields';
import { LAST_APPLIED_MANAGER } from '../fields/managers';
import { isApply } from './bodyEffect';
import type { AttributionWindow } from './window';

/** managedFields keep seconds, audit events microseconds. */
export const TOLERANCE_MICROS = 2_000_000;

/** The manager under which a request's fields are entered. */
export function managerOf(event: NormalizedEvent): string | undefined {
  return event.fieldManager ?? event.userAgent?.split('/')[0];
}

/** Whether a request may have made, or added to, an entry. */
export function isByManager(
  event: NormalizedEvent,
  entry: ManagedFieldsEntry,
): boolean {
  return (
    managerOf(event) === entry.manager &&
    (event.object?.subresource ?? '') === (entry.subresource ?? '') &&
    (isApply(event) || entry.manager === LAST_APPLIED_MANAGER) ===
      (entry.operation === 'Apply')
  );
}

/**
 * The requests that explain an entry. The time of an entry is that of its last
 * write: one request must agree with it, and earlier ones of the same manager
 * may have written any of its fields. Empty when none agrees: then the entry
 * was made by a request that nobody recorded.
 */
export function explainEntry(
  entry: ManagedFieldsEntry,
  events: readonly NormalizedEvent[],
): NormalizedEvent[] {
  const byManager = events.filter(event => isByManager(event, entry));
  if (entry.time === undefined) {
    return byManager; // `scale` entries and no-op applies have no time
  }
  const written = Date.parse(entry.time) * 1000;
  const upTo = byManager.filter(
    event => event.timeMicros <= written + TOLERANCE_MICROS,
  );
  return upTo.some(event => event.timeMicros >= written - TOLERANCE_MICROS)
    ? upTo
    : [];
}

/** Without those that joined another owner by applying what was there already. */
export function writingOwners(
  owners: readonly ManagedFieldsEntry[],
): readonly ManagedFieldsEntry[] {
  const writing = owners.filter(owner => !hasChangedNothing(owner));
  return writing.length > 0 ? writing : owners;
}

/** The server gives an applied entry its time when it first changes something. */
export function hasChangedNothing(entry: ManagedFieldsEntry): boolean {
  return entry.operation === 'Apply' && entry.time === undefined;
}

/** Entries that were written in the window, by requests that are not among those recorded. */
export function unrecordedEntries(
  entries: readonly ManagedFieldsEntry[],
  events: readonly NormalizedEvent[],
  window: AttributionWindow,
): ManagedFieldsEntry[] {
  return entries.filter(entry => {
    const written =
      entry.time === undefined ? NaN : Date.parse(entry.time) * 1000;
    return (
      window.observed &&
      entry.subresource !== 'status' &&
      written > window.from + TOLERANCE_MICROS &&
      written <= window.to &&
      explainEntry(entry, events).length === 0
    );
  });
}
