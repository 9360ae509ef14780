export { SnapshotClusterAccess } from './SnapshotClusterAccess';
