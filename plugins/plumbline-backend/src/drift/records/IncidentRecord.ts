import type {
  Attribution,
  AttributionLevel,
  IncidentGrouping,
  IncidentStatistics,
  Severity,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { SourceCommit } from '../../desired';

export type IncidentLevel = AttributionLevel | 'git-commit';
export type IncidentState = 'open' | 'acknowledged' | 'resolved' | 'reopened';

/** What an incident comes from, as far as it is known. */
export interface StoredCause {
  attribution?: Attribution;
  commit?: SourceCommit;
}

/** What moved an incident's fields: a kind of actor, never somebody. */
export type CauseClass = IncidentStatistics['byCause'][number]['cause'];

/** That somebody knows of an incident. */
export interface AcknowledgementRecord {
  /** User entity ref. */
  by: string;
  at: number;
  note?: string;
  /** Open again from then on. */
  until?: number;
}

/** Writers that set a field in turn. */
export interface FightRecord {
  /** Field managers; one when the other is not known. */
  managers: string[];
  path: string;
  since: number;
  turns: number;
  /** What they set; none of secrets. */
  values: unknown[];
}

/** Since when an incident is there, and how that is known. */
export interface IncidentBegin {
  at: number;
  basis: 'proven-write' | 'commit' | 'first-seen';
}

/** Findings with one cause. */
export interface IncidentRecord {
  id: string;
  /** Shown as INC-number. */
  number: number;
  entityRef: string;
  targetId: string;
  cluster: string;
  ref: string;
  title: string;
  state: IncidentState;
  severity: Severity;
  level: IncidentLevel;
  principals: string[];
  /** Names of people in title, cause and history. */
  people: string[];
  cause?: StoredCause;
  causeClass: CauseClass;
  /** Why its findings are one incident. */
  grouping?: IncidentGrouping;
  fight?: FightRecord;
  findingCount: number;
  /** Stored audit events that the findings rest on. */
  eventIds: string[];
  openedAt: number;
  updatedAt: number;
  begin: IncidentBegin;
  /** Time of the first proven or strong write. */
  causedAt?: number;
  acknowledgement?: AcknowledgementRecord;
  /** Stays when the acknowledgement is taken back. */
  firstAcknowledgedAt?: number;
  resolvedAt?: number;
  resolution?: string;
  unverifiedSince?: number;
  /** How often it came back. */
  reopenings: number;
  /** When it came back, the last times. */
  reopenedTimes: number[];
  /** The same difference, resolved too long ago to be reopened. */
  previousIncident?: { id: string; number: number };
}

/** Something that happened to an incident. */
export interface IncidentHistoryRecord {
  id: string;
  incidentId: string;
  time: number;
  kind:
    | 'opened'
    | 'refreshed'
    | 'acknowledged'
    | 'resolved'
    | 'reopened'
    | 'unverified';
  text: string;
  /** Who did it, when a person did it here: a user entity ref. */
  author?: string;
}
