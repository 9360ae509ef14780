import type { NormalizedEvent } from '@plumbline/kube-audit';
import { ManagedFieldsEntry } from '../fields/managedFields';
import { Path } from '../path/segment';
import { SchemaNode } from '../schema/schemaNode';
import { JsonValue } from '../values/json';
import { Attribution } from './Attribution';
import { Deed } from './claims';
import { TimelineEntry } from './TimelineEntry';
import { Known } from './fieldHistory';
import { AttributionOptions, AttributionWindow } from './window';

/** One field whose writer is sought. */
export interface FieldCase {
  path: Path;
  schema?: SchemaNode;
  /** Version of the API that the path is of, without its group. */
  version: string;
  /** Whether the path is what a write of `scale` writes. */
  scales: boolean;
  /** The value as it is now; `undefined` when it is gone. */
  live: JsonValue | undefined;
  /** When the object was made, in microseconds since the epoch. */
  madeAt?: number;
  /** What was there when all was well, if an observation tells. */
  presumed: Known;
  /** Entries of managedFields that own it, the newest first. */
  owners: readonly ManagedFieldsEntry[];
  /** Entries of the object, written in the window by requests that nobody recorded. */
  unrecorded: readonly ManagedFieldsEntry[];
  timeline: readonly TimelineEntry[];
  window: AttributionWindow;
  options: AttributionOptions;
  deed: Deed;
  /**
   * The most that may be said of a request without its body. Nobody is named
   * where the value is what Git itself last applied: then the write in the
   * window was of something else.
   */
  withoutBody: 'strong' | 'likely' | 'nobody';
}

/** Who wrote it, and what the field was when the window opened. */
export interface FieldVerdict {
  attribution: Attribution;
  /** The request that is named as the cause. */
  cause?: NormalizedEvent;
  atStart: Known;
}

/** A verdict, as long as what the field was at first does not matter. */
export type CauseVerdict = Omit<FieldVerdict, 'atStart'>;
