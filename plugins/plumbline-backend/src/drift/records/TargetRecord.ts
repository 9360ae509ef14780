import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type { DriftTarget, SourceCommit } from '../../desired';

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
  /** Grows with every run that is announced or begins; a result that is older than the last stored one is refused. */
  ticket: number;
  status: 'queued' | 'running' | 'succeeded' | 'failed';
  trigger: RunTrigger;
  startedAt: number;
  finishedAt?: number;
  commit?: SourceCommit;
  error?: string;
}
