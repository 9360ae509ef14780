import type { IncidentRecord, TargetRecord } from '../records';
import type { TimelineSpan } from './timelineSpan';

/** What the lanes of a timeline are read for. */
export interface TimelineScene {
  incident: IncidentRecord;
  /** Undefined when its entity no longer declares it. */
  target: TargetRecord | undefined;
  /** Other incidents of the target that were open at some moment of the span. */
  others: readonly IncidentRecord[];
  span: TimelineSpan;
}

/** One page: what comes after `before` (newest first), at most so much of each lane. */
export interface LaneQuery {
  /** Time of the last item of the page before, milliseconds; the span's end on the first page. */
  before: number;
  limit: number;
}
