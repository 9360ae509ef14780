import { requestKey } from '../event/auditEventKey';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import { parseRequestUri } from '../event/requestUri';

/** One request of a client: its stages, and both transports of a refused stream, together. */
export interface Request {
  /** Index of its first event: the row that shows the command. */
  index: number;
  /** Indexes of all its events. */
  events: number[];
  /** The event that tells most: the last stage. */
  e: NormalizedEvent;
  time: number;
  path: string;
  query: URLSearchParams;
  verb: string;
  group: string;
  resource: string;
  subresource: string;
  namespace?: string;
  name?: string;
  body: unknown;
  response: unknown;
  code: number;
}

/** Joins the stages of each request, in the order of their first event. */
export function groupRequests(events: NormalizedEvent[]): Request[] {
  const requests = new Map<string, Request>();
  events.forEach((e, index) => {
    const key = requestKey('', e);
    const known = requests.get(key);
    if (known) {
      known.events.push(index);
      if (e.stage !== 'RequestReceived' && tellsMore(e, known.e)) {
        requests.set(key, { ...toRequest(e, known.index), ...kept(known) });
      }
    } else {
      requests.set(key, toRequest(e, index));
    }
  });
  return [...requests.values()];
}

function kept({ events, time }: Request) {
  return { events, time };
}

function tellsMore(next: NormalizedEvent, known: NormalizedEvent): boolean {
  return next.stage === 'ResponseComplete' || known.stage === 'RequestReceived';
}

function toRequest(e: NormalizedEvent, index: number): Request {
  const { path, query } = parseRequestUri(e.requestURI);
  return {
    index,
    events: [index],
    e,
    time: e.receivedTimeMicros ?? e.timeMicros,
    path,
    query,
    verb: e.verb,
    group: e.object?.apiGroup ?? '',
    resource: e.object?.resource ?? '',
    subresource: e.object?.subresource ?? '',
    // The reference of a Namespace names itself as its namespace.
    namespace:
      e.object?.resource === 'namespaces' ? undefined : e.object?.namespace,
    name: e.object?.name,
    body: e.event.requestObject ?? undefined,
    response: e.event.responseObject ?? undefined,
    code: e.code ?? 0,
  };
}
