import type { AuditEvent } from './AuditEvent';
import { dryRunOf } from './dryRun';
import { InvalidAuditEventError } from './InvalidAuditEventError';
import { isObject, stringAt } from './json';
import type {
  NormalizedEvent,
  NormalizedObject,
  NormalizedUser,
} from './NormalizedEvent';
import { outcomeOf } from './outcome';
import { parseRequestUri } from './requestUri';
import { boundAuditID, sanitizeText } from './sanitize';
import { formatMicros, parseMicros } from './timestamp';

const STAGES = [
  'RequestReceived',
  'ResponseStarted',
  'ResponseComplete',
  'Panic',
];

/**
 * Turns an audit event into the typed, sanitised shape everything else uses.
 *
 * @throws {@link InvalidAuditEventError} naming the field, for a value that
 * cannot be an event: wrong kind, no id, no verb, no time with a zone.
 * @public
 */
export function normalizeEvent(event: AuditEvent): NormalizedEvent {
  checkKind(event);
  const flags: string[] = [];
  const id = boundAuditID(sanitizeText(required(event, 'auditID')));
  if (id.truncated) {
    flags.push('audit-id-truncated');
  }
  const verb = sanitizeText(required(event, 'verb')).toLowerCase();
  const stage = stageOf(event, flags);
  const timeMicros = timeOf(event, flags);
  const requestURI = sanitizeText(text(event.requestURI) ?? '');
  const { query } = parseRequestUri(requestURI);
  const object = objectOf(event);
  const user = userOf(event.user) ?? { username: '', groups: [] };
  const impersonatedUser = userOf(event.impersonatedUser);
  const code = codeOf(event.responseStatus);
  const sourceIPs = strings(event.sourceIPs);
  const fieldManager = query.get('fieldManager');

  return {
    auditID: id.id,
    ...(id.truncated ? { auditIDTruncated: true } : {}),
    stage,
    level: sanitizeText(text(event.level) ?? 'Metadata'),
    time: formatMicros(timeMicros),
    timeMicros,
    receivedTimeMicros: parseMicros(event.requestReceivedTimestamp),
    verb,
    requestURI,
    user,
    impersonatedUser,
    effectiveUser: impersonatedUser?.username || user.username,
    sourceIPs,
    sourceIP: sourceIPs.at(-1),
    userAgent: clean(event.userAgent),
    fieldManager: fieldManager ? sanitizeText(fieldManager) : undefined,
    object,
    code,
    outcome: outcomeOf(stage, code),
    dryRun: dryRunOf({
      verb,
      subresource: object?.subresource,
      query,
      body: event.requestObject,
    }),
    noop: isNoopUpdate(event, verb) ? true : undefined,
    annotations: annotationsOf(event.annotations),
    flags,
    event,
  };
}

function checkKind(event: AuditEvent): void {
  if (!isObject(event)) {
    throw new InvalidAuditEventError('event', 'is not an object');
  }
  if (event.kind !== undefined && event.kind !== 'Event') {
    throw new InvalidAuditEventError(
      'kind',
      `is ${JSON.stringify(event.kind)?.slice(0, 60)}, not "Event"`,
    );
  }
}

function required(event: AuditEvent, field: 'auditID' | 'verb'): string {
  const value: unknown = event[field];
  if (typeof value !== 'string' || value === '') {
    throw new InvalidAuditEventError(
      field,
      value === undefined ? 'is missing' : 'is not a non-empty string',
    );
  }
  return value;
}

function stageOf(event: AuditEvent, flags: string[]): string {
  if (event.stage === undefined) {
    // Trimmed copies and cloud logs leave it out; they only carry finished requests.
    flags.push('stage-missing');
    return 'ResponseComplete';
  }
  if (typeof event.stage !== 'string' || !STAGES.includes(event.stage)) {
    throw new InvalidAuditEventError(
      'stage',
      `is not one of ${STAGES.join(', ')}`,
    );
  }
  return event.stage;
}

function timeOf(event: AuditEvent, flags: string[]): number {
  const stageTime = parseMicros(event.stageTimestamp);
  if (stageTime !== undefined) {
    return stageTime;
  }
  // Before v1 an event had one time, `timestamp`.
  const received =
    parseMicros(event.requestReceivedTimestamp) ?? parseMicros(event.timestamp);
  if (received === undefined) {
    throw new InvalidAuditEventError(
      'stageTimestamp',
      event.stageTimestamp === undefined
        ? 'is missing'
        : 'is not an RFC 3339 time with a zone',
    );
  }
  flags.push('stage-time-missing');
  return received;
}

function userOf(user: unknown): NormalizedUser | undefined {
  if (!isObject(user)) {
    return undefined;
  }
  const extra = isObject(user.extra)
    ? Object.fromEntries(
        Object.entries(user.extra).map(([key, values]) => [
          sanitizeText(key),
          strings(values),
        ]),
      )
    : undefined;
  return {
    username: clean(user.username) ?? '',
    uid: clean(user.uid),
    groups: strings(user.groups),
    extra,
  };
}

function objectOf(event: AuditEvent): NormalizedObject | undefined {
  const ref: unknown = event.objectRef;
  if (!isObject(ref)) {
    return undefined;
  }
  const resource = clean(ref.resource);
  if (!resource) {
    return undefined;
  }
  return {
    apiGroup: clean(ref.apiGroup) ?? '',
    apiVersion: clean(ref.apiVersion),
    resource,
    subresource: clean(ref.subresource),
    namespace: clean(ref.namespace),
    name: clean(ref.name),
    uid: clean(ref.uid),
    resourceVersion: clean(ref.resourceVersion),
    kind: kindOf(event, clean(ref.subresource)),
  };
}

/** Lists, tables, options and subresource bodies do not name the object's kind. */
function kindOf(event: AuditEvent, subresource?: string): string | undefined {
  if (subresource && subresource !== 'status') {
    return undefined;
  }
  for (const body of [event.responseObject, event.requestObject]) {
    const kind = stringAt(body, 'kind');
    if (kind && !/^(Status|Table|DeleteOptions|.*List)$/.test(kind)) {
      return sanitizeText(kind);
    }
  }
  return undefined;
}

function codeOf(status: unknown): number | undefined {
  const code = isObject(status) ? status.code : undefined;
  return typeof code === 'number' && Number.isInteger(code) ? code : undefined;
}

/** A PUT whose answer has the resource version it was sent with wrote nothing. */
function isNoopUpdate(event: AuditEvent, verb: string): boolean {
  if (verb !== 'update') {
    return false;
  }
  const before = stringAt(event.requestObject, 'metadata', 'resourceVersion');
  const after = stringAt(event.responseObject, 'metadata', 'resourceVersion');
  return before !== undefined && before === after;
}

function annotationsOf(annotations: unknown): Record<string, string> {
  if (!isObject(annotations)) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(annotations)
      .filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      )
      .map(([key, value]) => [sanitizeText(key), sanitizeText(value)]),
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function clean(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? sanitizeText(value)
    : undefined;
}

function strings(values: unknown): string[] {
  return Array.isArray(values)
    ? values.filter(v => typeof v === 'string').map(sanitizeText)
    : [];
}
