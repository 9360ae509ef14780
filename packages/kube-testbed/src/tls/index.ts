export { issueLoopbackCertificate } from './issueCertificate';
export type { IssuedCertificate } from './issueCertificate';
