import type {
  Attribution,
  Direction,
  FieldOwner,
  FindingType,
  Severity,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { ActorClass } from '@plumbline/kube-audit';
import type { FindingSuppression, IgnoreSubject } from '@plumbline/kube-drift';
import type { SourceCommit } from '../../desired';

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
