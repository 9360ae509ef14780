import type { AuditEvent } from '../event/AuditEvent';
import { isObject, objectAt, stringAt, type JsonObject } from '../event/json';
import type { EnvelopeAdapter, Unwrapped } from './Envelope';

/** Pub/Sub push: `{message: {data: base64}, subscription}`. */
export const pubSubPush: EnvelopeAdapter = {
  name: 'GKE Pub/Sub push',
  unwrap: value => {
    const data = stringAt(value, 'message', 'data');
    return data === undefined
      ? undefined
      : { parts: [{ text: Buffer.from(data, 'base64').toString('utf8') }] };
  },
};

/** Cloud Logging LogEntry of the Kubernetes API (not of the GKE cluster API). */
export const gkeLogEntry: EnvelopeAdapter = {
  name: 'GKE LogEntry',
  unwrap: value => {
    const payload = objectAt(value, 'protoPayload');
    return payload ? fromPayload(value, payload) : undefined;
  },
};

function fromPayload(entry: JsonObject, payload: JsonObject): Unwrapped {
  const method = stringAt(payload, 'methodName') ?? '';
  if (!method.startsWith('io.k8s.') && !/^io\.[a-z]/.test(method)) {
    return {
      skip: `${
        method || 'a LogEntry without methodName'
      } is not a Kubernetes API request`,
    };
  }
  const time =
    stringAt(entry, 'timestamp') ??
    stringAt(payload, 'timestamp') ??
    stringAt(entry, 'receiveTimestamp');
  const resource = resourceOf(stringAt(payload, 'resourceName') ?? '');
  const verb = method.slice(method.lastIndexOf('.') + 1);
  const ip = stringAt(payload, 'requestMetadata', 'callerIp');
  return {
    event: {
      kind: 'Event',
      apiVersion: 'audit.k8s.io/v1',
      level:
        payload.request || payload.response ? 'RequestResponse' : 'Metadata',
      auditID: stringAt(entry, 'insertId'),
      stage: 'ResponseComplete',
      requestURI: resource.uri,
      verb,
      user: {
        username: stringAt(payload, 'authenticationInfo', 'principalEmail'),
      },
      sourceIPs: ip ? [ip] : [],
      userAgent: stringAt(
        payload,
        'requestMetadata',
        'callerSuppliedUserAgent',
      ),
      objectRef: resource.ref,
      responseStatus: statusOf(objectAt(payload, 'status')),
      requestObject: payload.request,
      responseObject: payload.response,
      requestReceivedTimestamp: time,
      stageTimestamp: time,
      annotations: labelsOf(entry.labels),
    } satisfies AuditEvent,
  };
}

/** `core/v1/namespaces/ns/pods/name/sub` → object reference and URI. */
function resourceOf(name: string) {
  const [group = '', version = '', ...path] = name.split('/');
  const apiGroup = group === 'core' ? '' : group;
  const base = apiGroup ? `/apis/${apiGroup}/${version}` : `/api/${version}`;
  const uri = path.length > 0 ? `${base}/${path.join('/')}` : base;
  const namespaced = path[0] === 'namespaces' && path.length > 2;
  const [resource, objectName, subresource] = namespaced ? path.slice(2) : path;
  return {
    uri,
    ref: {
      apiGroup,
      apiVersion: version,
      resource,
      name: objectName,
      subresource,
      namespace: namespaced ? path[1] : undefined,
    },
  };
}

/** google.rpc codes → the HTTP codes the API server answered with. */
const HTTP_CODES: Record<number, number> = {
  0: 200,
  3: 400,
  5: 404,
  6: 409,
  7: 403,
  8: 429,
  9: 409,
  10: 409,
  13: 500,
  14: 503,
  16: 401,
};

function statusOf(
  status: JsonObject | undefined,
): AuditEvent['responseStatus'] {
  const rpc = typeof status?.code === 'number' ? status.code : 0;
  return { code: HTTP_CODES[rpc] ?? 500, message: stringAt(status, 'message') };
}

function labelsOf(labels: unknown): Record<string, string> | undefined {
  return isObject(labels) ? (labels as Record<string, string>) : undefined;
}
