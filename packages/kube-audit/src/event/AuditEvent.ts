/**
 * Who sent a request, as `audit.k8s.io/v1` writes it.
 * @public
 */
export interface AuditUser {
  username?: string;
  uid?: string;
  groups?: string[];
  extra?: Record<string, string[]>;
}

/**
 * The `objectRef` of an audit event.
 * @public
 */
export interface AuditObjectReference {
  apiGroup?: string;
  apiVersion?: string;
  resource?: string;
  subresource?: string;
  namespace?: string;
  name?: string;
  uid?: string;
  resourceVersion?: string;
}

/**
 * One `audit.k8s.io/v1` Event: the fields this library reads, the rest as sent.
 *
 * Nothing here is trusted: a client chooses its `Audit-ID` and user agent, and
 * bodies are whatever somebody sent. Use {@link normalizeEvent} before storing.
 * @public
 */
export interface AuditEvent {
  kind?: string;
  apiVersion?: string;
  level?: string;
  auditID?: string;
  stage?: string;
  requestURI?: string;
  verb?: string;
  user?: AuditUser;
  impersonatedUser?: AuditUser;
  sourceIPs?: string[];
  userAgent?: string;
  objectRef?: AuditObjectReference;
  responseStatus?: {
    code?: number;
    status?: string;
    reason?: string;
    message?: string;
    [key: string]: unknown;
  };
  requestObject?: unknown;
  responseObject?: unknown;
  requestReceivedTimestamp?: string;
  stageTimestamp?: string;
  annotations?: Record<string, string>;
  [key: string]: unknown;
}
