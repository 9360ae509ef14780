import type { AuditEvent } from '../event/AuditEvent';
import type { EnvelopeAdapter } from './Envelope';

/** ViaQ moves the audit level aside and puts a log level in its place. */
export const viaq: EnvelopeAdapter = {
  name: 'OpenShift ViaQ',
  unwrap: value => {
    const level = value.k8s_audit_level ?? value.openshift_audit_level;
    return typeof level === 'string' && typeof value.auditID === 'string'
      ? { event: { ...value, level } as AuditEvent }
      : undefined;
  },
};
