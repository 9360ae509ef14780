import type { IncidentRecord, TargetRecord } from '../records';
import type { TimelinePosition } from './timelinePage';
import type { TimelineSpan } from './timelineSpan';

/** What the lanes of a timeline are read for. */
export interface TimelineScene {
  incident: IncidentRecord;
  /** Undefined when its entity no longer declares it. */
  target: TargetRecord | undefined;
  /** Other incidents of the target that were open at some moment of the span. */
  others: readonly IncidentRecord[];
  span: TimelineSpan;
  /** In which the target has objects, `''` for those in none; undefined when that is not known. */
  namespaces: string[] | undefined;
}

/** One page: what comes after `before` (newest first), at most so much of each lane. */
export interface LaneQuery {
  /** Time of the last item of the page before, milliseconds; the span's end on the first page. */
  before: number;
  /** The last item of the page before. */
  position?: TimelinePosition;
  limit: number;
}
