import type { ExplainedEvent, NormalizedEvent } from '@plumbline/kube-audit';

const READING = new Set(['get', 'list', 'watch', 'head', 'options']);

/** Streams are opened with `get` but are no reading. */
const STREAMS = new Set(['exec', 'attach', 'portforward', 'proxy']);

/** Written all the time by machines: heartbeats, reviews, events. */
const NOISE = new Set([
  'events',
  'leases',
  'endpoints',
  'endpointslices',
  'tokenreviews',
  'subjectaccessreviews',
  'selfsubjectaccessreviews',
  'selfsubjectrulesreviews',
  'localsubjectaccessreviews',
]);

/**
 * Whether lists fold an event away: the first half of a request, a read, noise, or a controller at its work. Whatever
 * a rule matched, and what was refused to somebody, is shown.
 */
export function isRoutine(
  event: NormalizedEvent,
  explained: Pick<ExplainedEvent, 'actor' | 'rules'>,
): boolean {
  if (explained.rules.length > 0) {
    return false;
  }
  if (event.stage === 'RequestReceived' || !event.object) {
    return true;
  }
  const isController = explained.actor.class === 'controller';
  if (isController || NOISE.has(event.object.resource)) {
    return true;
  }
  const { subresource } = event.object;
  if (subresource === 'status') {
    return true;
  }
  const isStream = subresource !== undefined && STREAMS.has(subresource);
  return READING.has(event.verb) && !isStream && event.outcome !== 'denied';
}
