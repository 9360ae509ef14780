export type * from './AuditStore';
export type { IngestParticipant } from './IngestParticipant';
export type {
  AcceptedAuditEvent,
  AuditEventSummary,
  ExplainedAuditEvent,
  StoredAuditEvent,
} from './StoredAuditEvent';
export { createAudit } from './createAudit';
export { DatabaseAuditStore } from './database/DatabaseAuditStore';
export type { IncidentsOfEvent } from './http/auditRoutes';
export {
  toAuditEventRow,
  toObjectRef,
  toVisibleRows,
  type PointsOf,
} from './http/toAuditEventRow';
export type { IngestListenerConfig } from './ingest/IngestListener';
export { peopleOf } from './peopleOf';
export { RetentionTask, type Retained } from './RetentionTask';
