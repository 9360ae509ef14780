import type { AuditEvent } from '@plumbline/kube-audit';
import { maskBody } from './maskBody';
import { maskRequestUri } from './maskRequestUri';
import { maskText } from './maskText';
import { isSensitiveRequest } from './sensitiveKinds';

/** What {@link withoutSecrets} found. */
export interface WithoutSecrets {
  event: AuditEvent;
  /** What was done, for the event's flags: `body-removed`, `masked`. Empty when the event is as it came. */
  flags: string[];
}

/** Error texts of these codes name objects and verbs; others may quote what was sent. */
const CODES_THAT_QUOTE_NOTHING = [401, 403, 404, 409, 429];

/**
 * The event as it may be stored: bodies of sensitive kinds removed, other secrets masked. Comes before everything
 * that reads an event, so that no sentence, command or error can repeat what was removed.
 */
export function withoutSecrets(event: AuditEvent): WithoutSecrets {
  const bodiless = isSensitiveRequest(event) ? withoutBodies(event) : event;
  const masked = withMasks(bodiless);
  const flags = [
    ...(bodiless === event ? [] : ['body-removed']),
    ...(masked === bodiless ? [] : ['masked']),
  ];
  return { event: masked, flags };
}

function withoutBodies(event: AuditEvent): AuditEvent {
  const { requestObject, responseObject, responseStatus, ...rest } = event;
  const isOptions = kindOf(requestObject) === 'DeleteOptions';
  const code = responseStatus?.code ?? 200;
  const quotes = code >= 400 && !CODES_THAT_QUOTE_NOTHING.includes(code);
  const removed =
    responseObject !== undefined || (requestObject !== undefined && !isOptions);
  if (!removed && !quotes) {
    return event;
  }
  return {
    ...rest,
    ...(isOptions ? { requestObject } : {}),
    ...(responseStatus && !quotes ? { responseStatus } : {}),
    ...(quotes
      ? { responseStatus: { code, reason: responseStatus?.reason } }
      : {}),
  };
}

function withMasks(event: AuditEvent): AuditEvent {
  const { requestURI, responseStatus, annotations } = event;
  const masked: Partial<AuditEvent> = {
    requestObject: maskBody(event.requestObject),
    responseObject: maskBody(event.responseObject),
    requestURI:
      typeof requestURI === 'string' ? maskRequestUri(requestURI) : requestURI,
    responseStatus: maskBody(responseStatus) as AuditEvent['responseStatus'],
    annotations: maskAnnotations(annotations),
  };
  const changes = Object.entries(masked).filter(
    ([key, value]) => value !== event[key],
  );
  return changes.length === 0
    ? event
    : { ...event, ...Object.fromEntries(changes) };
}

/** Their keys are the API server's words, `legacy-token` holds a name. */
function maskAnnotations(
  annotations: AuditEvent['annotations'],
): AuditEvent['annotations'] {
  const texts = Object.values(annotations ?? {});
  const changes = texts.some(
    text => typeof text === 'string' && maskText(text) !== text,
  );
  return annotations && changes
    ? Object.fromEntries(
        Object.entries(annotations).map(([key, text]) => [key, maskText(text)]),
      )
    : annotations;
}

function kindOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'kind' in body
    ? body.kind
    : undefined;
}
