import type { AuditEvent } from './AuditEvent';

/**
 * How a request ended. `started` is a request whose end is not known yet
 * (stage `RequestReceived`, or a successful `ResponseStarted`).
 * @public
 */
export type Outcome = 'success' | 'denied' | 'failed' | 'started' | 'unknown';

/**
 * A user after normalisation: name and groups are always there, empty when
 * the event had none (a request refused with 401 has no user at all).
 * @public
 */
export interface NormalizedUser {
  username: string;
  uid?: string;
  groups: string[];
  extra?: Record<string, string[]>;
}

/**
 * The object of a request. `resource` is the lower-case plural, `apiGroup` is
 * `''` for the core group.
 * @public
 */
export interface NormalizedObject {
  apiGroup: string;
  apiVersion?: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
  uid?: string;
  resourceVersion?: string;
  kind?: string;
}

/**
 * An audit event in the shape that is stored, searched and matched.
 *
 * Strings are safe for a text column (no NUL, no lone surrogate); `time` is
 * RFC 3339 in UTC with six fraction digits, `timeMicros` the same instant in
 * microseconds since the epoch. `event` is the event as it came in.
 * @public
 */
export interface NormalizedEvent {
  auditID: string;
  /** Set when the sender's id was longer than {@link MAX_AUDIT_ID_LENGTH}. */
  auditIDTruncated?: boolean;
  stage: string;
  level: string;
  time: string;
  timeMicros: number;
  receivedTimeMicros?: number;
  verb: string;
  requestURI: string;
  user: NormalizedUser;
  impersonatedUser?: NormalizedUser;
  /** The impersonated user's name, else the authenticated one's. */
  effectiveUser: string;
  sourceIPs: string[];
  /** The last address: the only one that a client cannot choose. */
  sourceIP?: string;
  userAgent?: string;
  fieldManager?: string;
  object?: NormalizedObject;
  /** HTTP status code. */
  code?: number;
  outcome: Outcome;
  /** `unknown` where the option rides in a body that was not recorded. */
  dryRun: boolean | 'unknown';
  /** `true` only when bodies prove that nothing changed. */
  noop?: boolean;
  annotations: Record<string, string>;
  /** What was repaired or is odd, e.g. `audit-id-truncated`. */
  flags: string[];
  event: AuditEvent;
}
