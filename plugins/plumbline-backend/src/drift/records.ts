import type {
  Attribution,
  AttributionLevel,
  Direction,
  FieldOwner,
  FindingType,
  ManifestsRenderer,
  IncidentGrouping,
  IncidentStatistics,
  Severity,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { ActorClass } from '@plumbline/kube-audit';
import type { FindingSuppression, IgnoreSubject } from '@plumbline/kube-drift';
import type { DriftTarget, SourceCommit } from '../desired';

/** All times are milliseconds since the epoch. */

/** The step of setting up a target that does not work. */
export type ProblemStep = 'annotation' | 'location' | 'manifests' | 'cluster';

/** What the GitOps controller of a target says about its last sync. */
export interface TargetSyncRecord {
  /** e.g. `Application/argocd/payments`. */
  controller: string;
  /** The revision that it says it applied. */
  revision?: string;
  appliedAt?: number;
  /** As the controller words it, e.g. `Succeeded`. */
  phase?: string;
  /** Who started it, as the controller names them. Perhaps a person. */
  initiatedBy?: string;
  automated?: boolean;
  selfHeal?: boolean;
  suspended?: boolean;
  /** How often the controller looks, where it says so. */
  intervalSeconds?: number;
  message?: string;
}

/** One sync of a target, as a look saw it. */
export interface SyncRecord {
  id: string;
  targetId: string;
  /** e.g. `Application/argocd/payments`. */
  controller: string;
  revision?: string;
  phase?: string;
  /** Perhaps a person. */
  initiatedBy?: string;
  appliedAt?: number;
  /** First look that saw it. */
  seenAt: number;
}

/** What the last look at a target brought. */
export interface TargetLook {
  lookedAt: number;
  /** Last look that could compare. */
  goodAt?: number;
  /** Since when nothing could be compared; absent when the last look could. */
  unverifiedSince?: number;
  problem?: { step: ProblemStep; reason: string };
  /** What was not read or compared although the look as a whole succeeded. */
  notes: string[];
  renderedBy?: ManifestsRenderer;
  commit?: SourceCommit;
  objectsTotal: number;
  objectsCompared: number;
  /** Objects that could not be compared. */
  unverifiable: number;
  auditCoverage?: string;
  /** Undefined when no controller runs the target, or none could be asked. */
  sync?: TargetSyncRecord;
  /** What a reader must know of the look and what takes nothing away from it. */
  remarks?: string[];
  /** The widest folder that was read, relative to the location. */
  readFolder?: string;
}

/** A target with its last look. */
export interface TargetRecord extends DriftTarget {
  /** Since when its entity is not in the catalog. */
  missingSince?: number;
  look?: TargetLook;
}

export type RunTrigger = 'schedule' | 'person' | 'audit-hint' | 'git-push';

/** One run of a target. */
export interface RunRecord {
  id: string;
  targetId: string;
  /** Grows with every run of the target; the result of an older run than the last stored one is refused. */
  ticket: number;
  status: 'queued' | 'running' | 'succeeded' | 'failed';
  trigger: RunTrigger;
  startedAt: number;
  finishedAt?: number;
  commit?: SourceCommit;
  error?: string;
}

/** An object that a target declares, as last observed. */
export interface ObservedObjectRecord {
  key: string;
  /** `apiVersion/Kind/namespace/name`. */
  ref: string;
  cluster: string;
  apiGroup: string;
  kind: string;
  /** Plural; empty when the cluster does not serve the kind. */
  resource: string;
  /** Empty for cluster-scoped objects. */
  namespace: string;
  name: string;
  verdict: 'none' | 'drift' | 'missing' | 'unexpected' | 'unverifiable';
  reason?: string;
  comparedAt?: number;
  /** Last comparison without drift. */
  cleanAt?: number;
  unverifiedSince?: number;
  /** Of a workload that runs. */
  health?: ObservedHealth;
  /** Keys of the declared workloads that it belongs to: by name references, labels and selectors. */
  workloads?: string[];
}

/** How a workload is doing. */
export interface WorkloadHealth {
  state: 'healthy' | 'progressing' | 'unhealthy';
  /** e.g. "2 of 3 ready". */
  text: string;
}

/** How a workload is doing, and since which look. */
export interface ObservedHealth extends WorkloadHealth {
  since: number;
}

/** An attribution with what is needed to show it later. */
export interface FindingAttribution extends Attribution {
  /** Those of the principals that are people. */
  people: string[];
  /** What kind of actor sent the request. */
  actorClass?: ActorClass;
}

/** Where the wanted value stands. */
export interface StoredSource {
  file: string;
  line?: number;
  url?: string;
  commit?: SourceCommit;
}

/** A difference as a run sees it. Values of secrets are masked. */
export interface ObservedFinding {
  fingerprint: string;
  objectKey: string;
  ref: string;
  path: string;
  type: FindingType;
  direction: Direction;
  verdict: Verdict;
  reason?: string;
  desired?: unknown;
  live?: unknown;
  desiredDigest: string;
  liveDigest: string;
  owner?: FieldOwner;
  attribution?: FindingAttribution;
  source?: StoredSource;
  /** The ignore rule that hides it. */
  suppression?: FindingSuppression;
  /** What ignore rules ask of it. */
  subject?: IgnoreSubject;
}

/** What hides a difference, as it was at the look that found it so. */
export interface SuppressionRecord extends FindingSuppression {
  /** When it began to hide it. */
  at: number;
}

/** That a rule began to hide a difference; kept when rule and difference are gone. */
export interface SuppressionEntry
  extends Pick<
    FindingRecord,
    'fingerprint' | 'ref' | 'path' | 'type' | 'severity'
  > {
  id: string;
  entityRef: string;
  suppression: SuppressionRecord;
}

/** A difference with its life. */
export interface FindingRecord extends ObservedFinding {
  id: string;
  severity: Severity;
  suppression?: SuppressionRecord;
  incidentId?: string;
  /** Last look at which the live value was not yet there; events after it may be its cause. */
  windowStart?: number;
  /** First look at which the live value was there: what wrote it came earlier. */
  valueSeenAt: number;
  firstSeenAt: number;
  lastSeenAt: number;
  /** Last look at which there was no difference. */
  lastCleanAt?: number;
  unverifiedSince?: number;
  closedAt?: number;
}

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

/** One of the last values of a field that differs, or differed, from Git. */
export interface FindingValueRecord {
  findingId: string;
  at: number;
  liveDigest: string;
  /** Field manager that owned it. */
  manager?: string;
  /** Masked when it must not be shown. */
  value?: unknown;
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
