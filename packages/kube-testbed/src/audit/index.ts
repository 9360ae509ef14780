export { AuditSender, systemClock } from './AuditSender';
export type {
  Clock,
  Delivery,
  DeliveryAnswer,
  DeliveryReport,
} from './AuditSender';
export { IngestClient } from './IngestClient';
export type { IngestAddress, IngestAnswer } from './IngestClient';
export { Retimer } from './Retimer';
export type { Chapter } from './Retimer';
