import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type { SourceCommit } from '../desired';
import type { ObjectRelations } from './lifecycle/workload/objectRelations';
import type {
  ObservedFinding,
  ObservedObjectRecord,
  ProblemStep,
  TargetSyncRecord,
  WorkloadHealth,
} from './records';

/** What a run saw of one object. */
export interface ObjectObservation
  extends Pick<
    ObservedObjectRecord,
    | 'key'
    | 'ref'
    | 'cluster'
    | 'apiGroup'
    | 'kind'
    | 'resource'
    | 'namespace'
    | 'name'
    | 'verdict'
    | 'reason'
  > {
  isLive: boolean;
  /** What it says of the objects around it. */
  relations: ObjectRelations;
  /** Of a live workload that reports its status. */
  health?: WorkloadHealth;
  /** Empty when it is unverifiable: then nothing is known of its fields. */
  findings: ObservedFinding[];
  /** Digest of what Git wants at a path now, to tell what ended a difference. */
  desiredDigestAt(path: string): string;
  /** The field manager that owns a path of the live object now, to tell who ended a difference. */
  managerAt(path: string): string | undefined;
}

/** What a run saw of its target. */
export type Observation =
  | {
      kind: 'unobservable';
      step: ProblemStep;
      reason: string;
      /** As far as the run came. */
      commit?: SourceCommit;
      renderedBy?: ManifestsRenderer;
      /** What Git declares, when that could be read: none of it could be compared. */
      declared?: ObservedObjectRecord[];
      sync?: TargetSyncRecord;
    }
  | {
      kind: 'compared';
      commit: SourceCommit;
      renderedBy: ManifestsRenderer;
      objects: ObjectObservation[];
      /** What was not read or compared, in words. */
      notes: string[];
      /** Whether all that the target declares was read; if not, an object that is not among `objects` may still be wanted. */
      isComplete: boolean;
      auditCoverage: string;
      sync?: TargetSyncRecord;
      /** What a reader must know and what takes nothing away from the look. */
      remarks?: string[];
      /** The widest folder that was read, relative to the location. */
      readFolder?: string;
    };
