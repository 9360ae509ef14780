import type { AuditEvent } from '../event/AuditEvent';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import { normalizeEvent } from '../event/normalizeEvent';

let sequence = 0;

/** A finished request of a person with kubectl; later calls are later in time. */
export function auditEvent(overrides: Partial<AuditEvent> = {}): AuditEvent {
  sequence += 1;
  const time = new Date(Date.UTC(2026, 0, 5, 10) + sequence * 10).toISOString();
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'RequestResponse',
    auditID: `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`,
    stage: 'ResponseComplete',
    requestURI: '/api/v1/namespaces/shop/pods/web',
    verb: 'get',
    user: {
      username: 'jane@example.com',
      groups: ['developers', 'system:authenticated'],
    },
    sourceIPs: ['10.0.0.9'],
    userAgent: 'kubectl/v1.36.3 (linux/amd64) kubernetes/abcdef1',
    objectRef: {
      resource: 'pods',
      namespace: 'shop',
      name: 'web',
      apiVersion: 'v1',
    },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: time,
    stageTimestamp: time,
    ...overrides,
  };
}

/** What a request was about, in short: `deployments.apps/web/scale`. */
export interface RequestOf {
  verb: string;
  /** `resource[.group]/name[/subresource]`; an empty name for lists and creates. */
  object: string;
  namespace?: string | null;
  query?: string;
  body?: unknown;
  response?: unknown;
  code?: number;
}

/** A normalised event of a request, with its URI made from the object. */
export function request(
  {
    verb,
    object,
    namespace = 'shop',
    query,
    body,
    response,
    code = 200,
  }: RequestOf,
  overrides: Partial<AuditEvent> = {},
): NormalizedEvent {
  const [type, name, subresource] = object.split('/');
  const [resource, ...group] = type.split('.');
  const apiGroup = group.join('.');
  const path = [
    apiGroup ? `/apis/${apiGroup}/v1` : '/api/v1',
    ...(namespace ? ['namespaces', namespace] : []),
    resource,
    ...(name && verb !== 'create' ? [name] : []),
    ...(subresource ? [subresource] : []),
  ].join('/');
  return normalizeEvent(
    auditEvent({
      verb,
      requestURI: query ? `${path}?${query}` : path,
      objectRef: {
        resource,
        apiGroup: apiGroup || undefined,
        apiVersion: 'v1',
        name: name || undefined,
        namespace: namespace ?? undefined,
        subresource,
      },
      requestObject: body,
      responseObject: response,
      responseStatus: { code },
      ...overrides,
    }),
  );
}
