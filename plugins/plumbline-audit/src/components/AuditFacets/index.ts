export { AuditFacets } from './AuditFacets';
