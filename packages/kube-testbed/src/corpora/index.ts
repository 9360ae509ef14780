export { readAuditCorpus } from './readAuditCorpus';
export type { AuditCorpusFile } from './readAuditCorpus';
