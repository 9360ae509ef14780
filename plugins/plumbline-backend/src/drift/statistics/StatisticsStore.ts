import type { CauseClass, IncidentBegin } from '../records';

/** What statistics need of one incident. Times are milliseconds since the epoch. */
export interface IncidentFacts {
  entityRef: string;
  causeClass: CauseClass;
  openedAt: number;
  begin: IncidentBegin;
  /** When it came back the last time. */
  reopenedAt?: number;
  firstAcknowledgedAt?: number;
  /** Undefined while it is not resolved. */
  resolvedAt?: number;
  resolution?: string;
}

/** A field that was drift more than once. */
export interface RepeatedField {
  entityRef: string;
  /** `apiVersion/Kind/namespace/name`. */
  ref: string;
  path: string;
  /** Times that it became drift. */
  count: number;
  adopted: number;
  reverted: number;
  /** How long it was drift, each time that ended; milliseconds. */
  lives: number[];
}

/** Reads what statistics are made of. */
export interface StatisticsStore {
  /** Incidents of the entities that are not resolved, or were opened or resolved since the time. */
  incidentFacts(entityRefs: string[], since: number): Promise<IncidentFacts[]>;
  /** Fields of the entities that became drift more than once since the time, most often first; at most `limit`. */
  repeatedFields(
    entityRefs: string[],
    since: number,
    limit: number,
  ): Promise<RepeatedField[]>;
}
