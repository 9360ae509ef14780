import type { ManagerLists } from '@plumbline/kube-drift';
import type {
  FindingRecord,
  IncidentRecord,
  ObservedObjectRecord,
  TargetRecord,
} from '../../records';

/** What a recommendation depends on. */
export interface RecommendationInput {
  incident: Pick<
    IncidentRecord,
    'state' | 'fight' | 'unverifiedSince' | 'begin'
  >;
  /** At least one. */
  findings: readonly FindingRecord[];
  target: Pick<TargetRecord, 'look'>;
  /** Objects of the target by key, with their health. */
  objects: ReadonlyMap<string, ObservedObjectRecord>;
  /** What the operator says of field managers. */
  managers: ManagerLists;
  now: number;
  /** How often targets are checked, milliseconds. */
  interval: number;
}
