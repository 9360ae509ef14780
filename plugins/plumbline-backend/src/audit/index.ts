export type * from './AuditStore';
export type { IngestParticipant } from './IngestParticipant';
export type { AcceptedAuditEvent, StoredAuditEvent } from './StoredAuditEvent';
