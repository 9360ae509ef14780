import type { NormalizedEvent } from '@plumbline/kube-audit';
import { KubeObject } from '../yaml/readManifests';
import { isList, own } from '../values/json';
import { Attribution, AttributionEvidence } from './Attribution';
import { claimAmbiguous, claimNothing, Deed, nameCause } from './claims';
import { bodyGapEvidence, eventEvidence, gapEvidence } from './evidence';
import { TimelineEntry } from './TimelineEntry';
import { distinctPrincipals } from './principal';
import { AttributionOptions, AttributionWindow, gapsWithin } from './window';

/** An object that is gone, or that nobody declared. */
export interface PresenceCase {
  timeline: readonly TimelineEntry[];
  window: AttributionWindow;
  options: AttributionOptions;
  deed: Deed;
}

export interface PresenceVerdict {
  attribution: Attribution;
  cause?: NormalizedEvent;
}

/**
 * Who deleted an object. A delete is its own body: a single successful one is
 * proof even where bodies are not recorded; of two, none is.
 */
export function attributeDeletion(subject: PresenceCase): PresenceVerdict {
  const { deletes, outlived } = deletesOf(within(subject));
  const [first] = deletes;
  if (!first) {
    return nothing(subject);
  }
  const unseen = gapEvidence(gapsWithin(subject.window));
  const evidence = [
    eventEvidence(first, 'the request deletes this object'),
    ...unseen,
  ];
  const uncertain = outlived || deletes.some(isPerhapsTriedOut);
  if (
    deletes.length > 1 &&
    uncertain &&
    distinctPrincipals(deletes).length > 1
  ) {
    return { attribution: claimAmbiguous(deletes, evidence) };
  }
  // Of a collection without bodies nobody knows what it held.
  const byName = first.object?.name !== undefined || !uncertain;
  const proven =
    byName &&
    unseen.length === 0 &&
    !outlived &&
    !(uncertain && deletes.length > 1);
  return nameCause(proven ? 'proven' : 'likely', first, subject.deed, evidence);
}

/**
 * The deletes that may have taken the object away. One that was written to
 * afterwards had outlived its delete: it waited for its finalizers, as an
 * answer shows, or the delete was only tried out.
 */
function deletesOf(entries: readonly TimelineEntry[]): {
  deletes: NormalizedEvent[];
  outlived: boolean;
} {
  const created = entries.findLastIndex(({ event }) => isCreation(event));
  const since = entries.slice(created + 1);
  const written = since.findLastIndex(({ kind }) => kind === 'write');
  const deletes = since.filter(({ kind }) => kind === 'delete');
  const taking = deletes.filter(
    entry => since.indexOf(entry) > written || waits(entry.event),
  );
  const named = taking.length > 0 ? taking : deletes;
  return {
    deletes: named.map(({ event }) => event),
    outlived: taking.length === 0,
  };
}

/** Whether an answer shows an object that its finalizers hold. */
function waits({ event }: NormalizedEvent): boolean {
  const metadata = own(event.responseObject, 'metadata');
  return (
    typeof own(metadata, 'deletionTimestamp') === 'string' &&
    isList(own(metadata, 'finalizers'))
  );
}

function isPerhapsTriedOut({ dryRun }: NormalizedEvent): boolean {
  return dryRun === 'unknown';
}

/** Who created an object that Git does not declare. */
export function attributeCreation(
  subject: PresenceCase,
  live: KubeObject,
): PresenceVerdict {
  const cause = within(subject)
    .map(({ event }) => event)
    .filter(isCreation)
    .at(-1);
  if (!cause) {
    return nothing(subject);
  }
  const at = own(live.metadata, 'creationTimestamp');
  const agrees =
    typeof at === 'string' &&
    Math.abs(Date.parse(at) * 1000 - cause.timeMicros) <= 2_000_000;
  const evidence = [
    eventEvidence(cause, 'the request creates an object of this name'),
    eventEvidence(cause, 'its time is the creation time of the object', agrees),
  ];
  if (!agrees) {
    return nothing(subject, evidence);
  }
  const level = cause.event.requestObject === undefined ? 'strong' : 'proven';
  return nameCause(level, cause, subject.deed, [
    ...evidence,
    ...(level === 'proven' ? [] : [bodyGapEvidence(cause)]),
  ]);
}

/** An object made in the window holds nothing that was written before it. */
export function isCreatedWithin(subject: PresenceCase): boolean {
  return (
    subject.window.observed &&
    within(subject).some(({ event }) => isCreation(event))
  );
}

/** The requests that wrote the object in the window, oldest first. */
export function writesWithin(subject: PresenceCase): NormalizedEvent[] {
  return within(subject).flatMap(({ event, kind }) =>
    kind === 'write' ? [event] : [],
  );
}

/** An apply that creates is a patch answered with 201. */
function isCreation(event: NormalizedEvent): boolean {
  return (
    event.object?.subresource === undefined &&
    (event.verb === 'create' || (event.verb === 'patch' && event.code === 201))
  );
}

function within({ timeline, window }: PresenceCase): TimelineEntry[] {
  return timeline.filter(
    ({ event }) =>
      event.timeMicros > window.from && event.timeMicros <= window.to,
  );
}

function nothing(
  subject: PresenceCase,
  evidence: AttributionEvidence[] = [],
): PresenceVerdict {
  const { lastCleanObservation, observedAt } = subject.options;
  return {
    attribution: claimNothing({ lastClean: lastCleanObservation, observedAt }, [
      ...evidence,
      ...gapEvidence(gapsWithin(subject.window)),
    ]),
  };
}
