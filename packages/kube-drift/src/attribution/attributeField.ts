import type { NormalizedEvent } from '@plumbline/kube-audit';
import { ManagedFieldsEntry } from '../fields/managedFields';
import { isList, JsonValue, sameJson } from '../values/json';
import { AttributionEvidence } from './Attribution';
import {
  isApply,
  isObject,
  listReplacement,
  requestEffect,
} from './bodyEffect';
import { claimAmbiguous, nameCause } from './claims';
import { eventEvidence, gapEvidence, unrecordedEvidence } from './evidence';
import { CauseVerdict, FieldCase, FieldVerdict } from './FieldCase';
import {
  declares,
  FieldChange,
  followField,
  isCreation,
  sameField,
} from './fieldHistory';
import { judgeWithoutBody, withoutPerson } from './judgeWithoutBody';
import { explainEntry, isByManager, TOLERANCE_MICROS } from './ownerMatch';
import { distinctPrincipals } from './principal';
import { canReach } from './toolReach';
import { gapsAfter } from './window';

/** The last write that changed the field is its cause; what fits no better is said so. */
export function attributeField(field: FieldCase): FieldVerdict {
  const history = followField(field.timeline, {
    path: field.path,
    schema: field.schema,
    from: field.window.from,
    presumed: field.presumed,
    version: field.version,
    scales: field.scales,
  });
  const changes = sinceItWasMade(history.changes, field);
  const last = changes.filter(({ changed }) => changed === 'yes').at(-1);
  // Without an observation nothing says that all was well at the beginning.
  const atStart = field.window.observed ? history.atStart : last?.before;
  const unknown = changes
    .slice(last ? changes.indexOf(last) + 1 : 0)
    .filter(({ changed }) => changed === 'unknown');
  if (last && stillStands(last, field)) {
    const earlier = changes.slice(0, changes.indexOf(last));
    return { ...judgeByBody(last, { earlier, unknown }, field), atStart };
  }
  return { ...judgeWithoutBody(unknown, field, last), atStart };
}

/** What happened in the window to the object as it is now, not to one of its name before it. */
function sinceItWasMade(
  changes: readonly FieldChange[],
  { window, madeAt }: FieldCase,
): FieldChange[] {
  const own = changes.filter(
    ({ entry: { event } }) =>
      event.timeMicros <= window.to &&
      (madeAt === undefined || event.timeMicros >= madeAt - TOLERANCE_MICROS),
  );
  const made = own.findLastIndex(({ entry }) => isCreation(entry));
  return own.slice(Math.max(made, 0));
}

/** An answer shows what the server made of a request; a request alone has no defaults in it yet. */
function stillStands(
  { entry, after }: FieldChange,
  { live, path, schema }: FieldCase,
): boolean {
  if (!after) {
    return false;
  }
  return isObject(entry.event.event.responseObject)
    ? sameField(after.value, live, path, schema)
    : isAllOf(after.value, live) && declares(after.value, live, path, schema);
}

/** A list with more elements than a request gave it was written by others too. */
function isAllOf(
  asked: JsonValue | undefined,
  live: JsonValue | undefined,
): boolean {
  return !isList(asked) || !isList(live) || asked.length === live.length;
}

/** The body of one request gives the field the value that it has now. */
function judgeByBody(
  change: FieldChange,
  others: {
    earlier: readonly FieldChange[];
    /** Those after it of which nobody can tell. */
    unknown: readonly FieldChange[];
  },
  field: FieldCase,
): CauseVerdict {
  const { event } = change.entry;
  const hidden = hiddenOwners(event, field);
  if (hidden.length > 0) {
    return {
      attribution: withoutPerson(field, hidden.map(unrecordedEvidence)),
    };
  }
  const evidence = [
    eventEvidence(event, 'since this request the field has its value'),
    changeEvidence(change),
  ];
  // What was missed since the value before is known may have set it already.
  const gaps = gapEvidence(
    gapsAfter(field.window, change.beforeAt ?? field.window.from),
  );
  const rivals = [
    ...writersBefore(change, others.earlier, field).map(rival => ({
      rival,
      text: 'an earlier write whose content is unknown: it may have done the same',
    })),
    ...others.unknown
      .map(({ entry }) => entry.event)
      .filter(candidate => mayOwn(candidate, field))
      .map(rival => ({
        rival,
        text: 'a later write whose content is unknown',
      })),
  ];
  if (rivals.length > 0) {
    const events = [event, ...rivals.map(({ rival }) => rival)];
    const doubts = rivals.map(({ rival, text }) =>
      eventEvidence(rival, text, false),
    );
    return distinctPrincipals(events).length > 1
      ? { attribution: claimAmbiguous(events, [...evidence, ...doubts]) }
      : nameCause('likely', event, field.deed, [...evidence, ...doubts]);
  }
  const doubt = doubtOfBody(event, field);
  const doubts = [...(doubt ? [doubt] : []), ...gaps];
  return doubts.length > 0
    ? nameCause('likely', event, field.deed, [...evidence, ...doubts])
    : nameCause('proven', event, field.deed, [
        ...evidence,
        eventEvidence(event, 'no later write of this field'),
      ]);
}

/** Whose writes hide what the field was before a request that names it. */
function writersBefore(
  { before }: FieldChange,
  earlier: readonly FieldChange[],
  field: FieldCase,
): NormalizedEvent[] {
  return before
    ? []
    : earlier
        .filter(({ changed }) => changed === 'unknown')
        .map(({ entry }) => entry.event)
        .filter(event => canReach(event, field.path) && mayOwn(event, field));
}

/** The owners of a field, when all wrote it in requests that nobody recorded. */
function hiddenOwners(
  event: NormalizedEvent,
  { owners, unrecorded }: FieldCase,
): readonly ManagedFieldsEntry[] {
  const areHidden = owners.every(
    owner => unrecorded.includes(owner) && !isByManager(event, owner),
  );
  return areHidden ? owners : [];
}

/**
 * What stands in the answer and not in the request came from admission. What
 * an apply leaves out it can take away, but not put there.
 */
function doubtOfBody(
  event: NormalizedEvent,
  { path, schema, live, scales }: FieldCase,
): AttributionEvidence | undefined {
  const asked = [
    requestEffect(event, path, scales),
    listReplacement(event, path),
  ];
  const asAsked = asked.some(effect =>
    effect.kind === 'unknown'
      ? event.event.requestObject !== undefined &&
        !(isApply(event) && live !== undefined)
      : effect.kind === 'value' &&
        (declares(effect.value, live, path, schema) ||
          isApplied(event, effect.value, live)),
  );
  return asAsked
    ? undefined
    : eventEvidence(
        event,
        'the request did not ask for this value: a default or an admission plugin may have put it there',
        false,
      );
}

/** An apply adds its elements to those that others gave a set. */
function isApplied(
  event: NormalizedEvent,
  asked: JsonValue | undefined,
  live: JsonValue | undefined,
): boolean {
  return (
    isApply(event) &&
    isList(asked) &&
    isList(live) &&
    asked.every(element => live.some(item => sameJson(item, element)))
  );
}

function changeEvidence(change: FieldChange): AttributionEvidence {
  const { event } = change.entry;
  if (isCreation(change.entry)) {
    return eventEvidence(event, 'the request created the object');
  }
  if (change.beforeFrom === 'observation') {
    return {
      kind: 'observation',
      text: 'when last seen clean, the field was as Git wants it',
      holds: true,
    };
  }
  return change.before
    ? eventEvidence(
        event,
        'the field was different before, as earlier answers show',
      )
    : eventEvidence(event, 'the request names the field itself');
}

/** An owner entry that contradicts a request rules it out. */
function mayOwn(event: NormalizedEvent, { owners }: FieldCase): boolean {
  return (
    owners.length === 0 ||
    owners.some(owner => explainEntry(owner, [event]).length > 0)
  );
}
