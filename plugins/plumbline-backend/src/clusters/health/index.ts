export type {
  ClusterHealth,
  ClusterHealthStore,
  LookOutcome,
} from './ClusterHealth';
export { DatabaseClusterHealthStore } from './DatabaseClusterHealthStore';
export { HealthRecordingClusterAccess } from './HealthRecordingClusterAccess';
