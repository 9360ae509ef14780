export type * from './AuditStore';
export type { IngestParticipant } from './IngestParticipant';
export type {
  AcceptedAuditEvent,
  AuditEventSummary,
  ExplainedAuditEvent,
  StoredAuditEvent,
} from './StoredAuditEvent';
