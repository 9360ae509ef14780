export type * from './AuditStore';
export type { IngestParticipant } from './IngestParticipant';
export type {
  AcceptedAuditEvent,
  AuditEventSummary,
  ExplainedAuditEvent,
  StoredAuditEvent,
} from './StoredAuditEvent';
export { DatabaseAuditStore } from './database/DatabaseAuditStore';
export { EventAcceptor } from './ingest/EventAcceptor';
export { IngestListener } from './ingest/IngestListener';
export { createIngestRoutes } from './ingest/ingestRoutes';
export { IngestService } from './ingest/IngestService';
export { SenderCheck } from './ingest/SenderCheck';
export { AuditSignals } from './AuditSignals';
export { createAuditRoutes, type IncidentsOfEvent } from './http/auditRoutes';
export {
  toAuditEventRow,
  toObjectRef,
  toVisibleRows,
  type PointsOf,
} from './http/toAuditEventRow';
export { OwnerIndexLearner } from './OwnerIndexLearner';
export { peopleOf } from './peopleOf';
export { RetentionTask, type Retained } from './RetentionTask';
export { LateResolution } from './LateResolution';
export { LiveTail } from './stream/LiveTail';
