import type {
  Severity,
  VerdictCounts,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { ObjectIdentity } from '../catalog';
import type { DriftTarget } from '../desired';
import type {
  FindingRecord,
  FindingValueRecord,
  IncidentHistoryRecord,
  IncidentRecord,
  IncidentLevel,
  IncidentState,
  ObservedObjectRecord,
  RunRecord,
  RunTrigger,
  SyncRecord,
  SuppressionEntry,
  TargetLook,
  TargetRecord,
} from './records';

/** How long a resolved incident is taken up again when its difference returns. */
export const REOPEN_WITHIN = 30 * 86_400_000;

/** What is known of one target before a result is stored; read in the transaction that stores it. */
export interface TargetState {
  target: TargetRecord;
  objects: ObservedObjectRecord[];
  /** Open ones, and those closed not longer ago than {@link REOPEN_WITHIN}. */
  findings: FindingRecord[];
  /** Not resolved ones, and those resolved not longer ago than {@link REOPEN_WITHIN}. */
  incidents: IncidentRecord[];
  /** The last values of these findings, the oldest first. */
  values: FindingValueRecord[];
  /** Incidents of differences that ended too long ago to be taken up again. */
  formerIncidents: { fingerprint: string; id: string; number: number }[];
}

/** An incident that gets its number when it is stored. */
export type NewIncident = Omit<IncidentRecord, 'number'>;

/** What a result changes. Nothing is written for what stays as it is, except when it was last seen. */
export interface TargetChanges {
  look: TargetLook;
  saveObjects: ObservedObjectRecord[];
  removeObjectKeys: string[];
  saveFindings: FindingRecord[];
  /** Findings of which nothing but the time changes. */
  seenFindingIds: string[];
  newIncidents: NewIncident[];
  saveIncidents: IncidentRecord[];
  addHistory: IncidentHistoryRecord[];
  addSuppressions: SuppressionEntry[];
  addValues: FindingValueRecord[];
  /** Differences that are drift from now on. */
  startEpisodes: Episode[];
  /** Differences that are drift no more. */
  endEpisodes: { findingId: string; at: number; resolution: string }[];
}

/** The begin of a time in which a field is drift. */
export interface Episode {
  findingId: string;
  at: number;
  entityRef: string;
  ref: string;
  path: string;
}

/** An incident changed outside a run, with what is told of it. */
export interface IncidentChange {
  incident: IncidentRecord;
  addHistory: IncidentHistoryRecord[];
}

/** Thrown when a newer run of the same target was stored already. */
export class LateRunError extends Error {
  readonly name = 'LateRunError';
}

/** Which incidents. Values of one filter are alternatives, filters are joined by "and". */
export interface IncidentFilter {
  entityRefs?: string[];
  states?: IncidentState[];
  clusters?: string[];
  severities?: Severity[];
  levels?: IncidentLevel[];
  /** Words that must all occur. */
  text?: string;
  /** Whether the words may be names of people. */
  searchNames: boolean;
}

/** Keeps targets, runs, findings and incidents. */
export interface DriftStore {
  /** Makes the stored targets of an entity those given; what is stored of others is not touched. @returns targets that went */
  saveTargets(
    entityRef: string,
    targets: DriftTarget[],
  ): Promise<{ removed: TargetRecord[] }>;
  /** Notes since when the entities of targets are not in the catalog; saving the targets again takes it back. */
  markMissing(targetIds: string[], since: number): Promise<void>;
  /** Forgets targets and what hangs on them; their incidents stay. */
  removeTargets(targetIds: string[]): Promise<void>;
  listTargets(filter?: {
    entityRefs?: string[];
    ids?: string[];
  }): Promise<TargetRecord[]>;

  queueRun(
    targetId: string,
    trigger: RunTrigger,
    now: number,
  ): Promise<RunRecord>;
  /** Begins an announced run. @returns it with the ticket that its result is stored with @throws LateRunError */
  startRun(run: RunRecord, now: number): Promise<RunRecord>;
  failRun(run: RunRecord, error: string, now: number): Promise<void>;
  /** The newest run of each target. */
  lastRuns(targetIds: string[]): Promise<Map<string, RunRecord>>;

  /**
   * Reads the state of the run's target, lets `decide` say what changes, and stores that with the end of the run, in one
   * transaction.
   *
   * @throws LateRunError when a newer run was stored already; then nothing changes
   */
  commitRun(
    run: RunRecord,
    now: number,
    decide: (state: TargetState) => TargetChanges,
  ): Promise<TargetChanges>;
  /** Changes the state of a target outside a run, in one transaction. */
  changeTarget(
    targetId: string,
    now: number,
    decide: (state: TargetState) => TargetChanges,
  ): Promise<TargetChanges | undefined>;
  /** What a run has to know before it compares. */
  readState(targetId: string, now: number): Promise<TargetState | undefined>;

  openFindings(targetIds: string[]): Promise<FindingRecord[]>;
  /** Open findings by target and verdict. */
  countVerdicts(targetIds: string[]): Promise<Map<string, VerdictCounts>>;
  objects(targetIds: string[]): Promise<Map<string, ObservedObjectRecord[]>>;
  /** Targets that declare one of the objects; a name left out means all of the namespace. */
  targetsWatching(objects: ObjectIdentity[]): Promise<string[]>;
  /** One list of entity refs per object, in order. */
  entitiesDeclaring(objects: ObjectIdentity[]): Promise<string[][]>;

  listIncidents(
    filter: IncidentFilter,
    page: { cursor?: string; limit: number },
  ): Promise<{ items: IncidentRecord[]; nextCursor?: string }>;
  countIncidents(filter: IncidentFilter): Promise<number>;
  getIncident(id: string): Promise<IncidentRecord | undefined>;
  /**
   * Changes one incident outside a run, in one transaction that no run of its target and no other change crosses.
   *
   * @returns the incident as it is now; undefined when there is none
   */
  changeIncident(
    id: string,
    decide: (incident: IncidentRecord) => IncidentChange,
  ): Promise<IncidentRecord | undefined>;
  /** Ids of acknowledged incidents that are open again from a time on that has come. */
  lapsedAcknowledgements(now: number): Promise<string[]>;
  /** Findings of incidents, closed ones too when the incident is resolved. At most `limit` of each incident. */
  findingsOfIncidents(
    incidentIds: string[],
    limit: number,
  ): Promise<Map<string, FindingRecord[]>>;
  incidentHistory(incidentId: string): Promise<IncidentHistoryRecord[]>;
  /** Refs of entities that have incidents. */
  incidentEntityRefs(): Promise<string[]>;
  /** Incidents of the entities that were not resolved at some moment since the time, the newest `limit`. */
  incidentsSince(
    entityRefs: string[],
    since: number,
    limit: number,
  ): Promise<IncidentRecord[]>;
  /** Incidents that an audit event is evidence of, newest first. */
  incidentsOfEvent(eventId: string): Promise<IncidentRecord[]>;
  /** Ids of audit events that open incidents name as evidence. */
  evidenceEventIds(): Promise<Set<string>>;
  /** What the controller of a target was seen to have applied, newest first. */
  listSyncs(
    targetId: string,
    span: {
      /** Of the sync, or of the look where its time is not known; milliseconds since the epoch, both inclusive. */
      from?: number;
      to?: number;
      limit: number;
    },
  ): Promise<SyncRecord[]>;
  /** Removes what was resolved or ended before the time and what is left of removed targets, in chunks. @returns how many incidents went */
  removeResolvedBefore(time: number): Promise<number>;
}
