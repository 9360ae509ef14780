import type {
  ClusterAccess,
  KnownCluster,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { ActorClassification } from '@plumbline/kube-audit';
import type { IgnoreRule } from '@plumbline/kube-drift';
import type { AuditStore } from '../../audit';
import type { DesiredState, DesiredStates } from '../../desired';
import type { TargetState } from '../DriftStore';
import type { ClusterSchemas } from './ClusterSchemas';

/** What a look at a target needs. */
export interface ObservationContext {
  state: TargetState;
  cluster: KnownCluster & { access: ClusterAccess };
  desired: DesiredState;
  desiredStates: Pick<DesiredStates, 'evidenceOf' | 'read'>;
  audit: Pick<AuditStore, 'objectEvents' | 'feeds' | 'coverage'>;
  /** Who is a pipeline, a controller, a person. */
  actors?: ActorClassification;
  /** How long a feed may bring nothing before its silence counts, milliseconds. */
  silentAfter: number;
  gitopsManagers: readonly string[];
  /** What hides differences of this target. */
  ignoreRules: readonly IgnoreRule[];
  /** Objects at the revision that a controller says it applied, where that is not the one looked at. */
  base?: readonly object[];
  schemas: Pick<ClusterSchemas, 'of'>;
  /** Key of the digests of values. */
  secretKey: string;
  /** When the look began, before anything was read; milliseconds since the epoch. */
  begunAt: number;
  /** Clock; milliseconds since the epoch. */
  now(): number;
}
