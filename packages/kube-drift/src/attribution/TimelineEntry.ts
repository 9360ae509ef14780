import type { NormalizedEvent } from '@plumbline/kube-audit';

/** What a request did to an object, as far as its verb says. */
export type EntryKind = 'write' | 'delete' | 'observation';

/** One request about one object that the API server carried out. */
export interface TimelineEntry {
  event: NormalizedEvent;
  kind: EntryKind;
}
