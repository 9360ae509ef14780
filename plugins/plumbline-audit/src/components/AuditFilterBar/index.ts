export { AuditFilterBar } from './AuditFilterBar';
