import type { AuditEvent } from '../event/AuditEvent';
import { isObject } from '../event/json';
import type { EnvelopeAdapter } from './Envelope';

/** A single Event; items of an EventList carry no kind. */
export const singleEvent: EnvelopeAdapter = {
  name: 'audit.k8s.io Event',
  unwrap: value => {
    const looksLikeEvent =
      typeof value.auditID === 'string' ||
      (value.kind === 'Event' && typeof value.verb === 'string');
    return looksLikeEvent ? { event: value as AuditEvent } : undefined;
  },
};

/** The admission webhook's shape carries no request and no outcome. */
export const admissionReview: EnvelopeAdapter = {
  name: 'admission.k8s.io AdmissionReview',
  unwrap: value =>
    value.kind === 'AdmissionReview' && isObject(value.request)
      ? { skip: 'an AdmissionReview is not an audit event' }
      : undefined,
};
