import { classifyActor, type NormalizedEvent } from '@plumbline/kube-audit';
import { ManagedFieldsEntry } from '../fields/managedFields';
import { Path } from '../path/segment';
import { SchemaNode } from '../schema/schemaNode';
import { JsonValue } from '../values/json';
import { Attribution, AttributionEvidence } from './Attribution';
import { isReplicas, requestEffect } from './bodyEffect';
import {
  claimAmbiguous,
  claimCause,
  claimNothing,
  claimTool,
  Deed,
  eventEvidence,
  ownerEvidence,
} from './claims';
import { TimelineEntry } from './eventIndex';
import {
  declares,
  FieldChange,
  followField,
  Known,
  sameField,
} from './fieldHistory';
import { explainEntry } from './ownerMatch';
import { distinctPrincipals } from './principal';
import {
  AttributionOptions,
  AttributionWindow,
  gapsAfter,
  gapsWithin,
} from './window';

/** One field whose writer is sought. */
export interface FieldCase {
  path: Path;
  schema?: SchemaNode;
  /** The value as it is now; `undefined` when it is gone. */
  live: JsonValue | undefined;
  /** What was there when all was well, if an observation tells. */
  presumed: Known;
  /** Entries of managedFields that own it, the newest first. */
  owners: readonly ManagedFieldsEntry[];
  timeline: readonly TimelineEntry[];
  window: AttributionWindow;
  options: AttributionOptions;
  deed: Deed;
  /**
   * Whether a request may be named without its body. Not where the value is
   * what Git itself last applied: then the write in the window was another's.
   */
  mayNameWithoutBody: boolean;
}

/** Who wrote it, and what the field was when the window opened. */
export interface FieldVerdict {
  attribution: Attribution;
  /** The request that is named as the cause. */
  cause?: NormalizedEvent;
  atStart: Known;
  /**
   * A request in the window may have written the value that Git seems to have
   * applied: the base is then no witness.
   */
  baseInDoubt?: boolean;
}

/** The last write that changed the field is its cause; what fits no better is said so. */
export function attributeField(field: FieldCase): FieldVerdict {
  const changes = followField(field.timeline, {
    path: field.path,
    schema: field.schema,
    from: field.window.from,
    presumed: field.presumed,
  }).filter(({ entry }) => entry.event.timeMicros <= field.window.to);
  const last = changes.filter(({ changed }) => changed === 'yes').at(-1);
  // Without an observation nothing says that all was well at the beginning.
  const atStart = (field.window.observed ? changes[0] : last)?.before;
  const unknown = changes.filter(
    change =>
      change.changed === 'unknown' &&
      (!last || change.entry.event.timeMicros > last.entry.event.timeMicros),
  );
  if (last && stillStands(last, field)) {
    return { ...judgeByBody(last, unknown, field), atStart };
  }
  return { ...judgeWithoutBody(unknown, field, last), atStart };
}

function stillStands(change: FieldChange, field: FieldCase): boolean {
  return (
    change.after !== undefined &&
    sameField(change.after.value, field.live, field.path, field.schema)
  );
}

/** The body of one request gives the field the value that it has now. */
function judgeByBody(
  change: FieldChange,
  later: readonly FieldChange[],
  field: FieldCase,
): Omit<FieldVerdict, 'atStart'> {
  const { event } = change.entry;
  const evidence = [
    eventEvidence(event, 'since this request the field has its value'),
    changeEvidence(change),
  ];
  const unseen = gapsAfter(field.window, event.timeMicros);
  const gaps = gapEvidence(unseen);
  const rivals = later
    .map(({ entry }) => entry.event)
    .filter(candidate => mayOwn(candidate, field));
  if (rivals.length > 0) {
    const events = [event, ...rivals];
    const doubts = rivals.map(rival =>
      eventEvidence(rival, 'a later write whose content is unknown', false),
    );
    return distinctPrincipals(events).length > 1
      ? { attribution: claimAmbiguous(events, [...evidence, ...doubts]) }
      : named('likely', event, field, [...evidence, ...doubts]);
  }
  const doubt = doubtOfBody(event, field);
  const doubts = [...(doubt ? [doubt] : []), ...gaps];
  return doubts.length > 0
    ? named('likely', event, field, [...evidence, ...doubts])
    : named('proven', event, field, [
        ...evidence,
        eventEvidence(event, 'no later write of this field'),
      ]);
}

/** What stands in the answer and not in the request came from admission. */
function doubtOfBody(
  event: NormalizedEvent,
  { path, schema, live }: FieldCase,
): AttributionEvidence | undefined {
  const asked = requestEffect(event, path);
  const asAsked =
    asked.kind === 'unknown'
      ? event.event.requestObject !== undefined
      : asked.kind === 'value' && declares(asked.value, live, path, schema);
  return asAsked
    ? undefined
    : eventEvidence(
        event,
        'the request did not ask for this value: a default or an admission plugin may have put it there',
        false,
      );
}

function changeEvidence(change: FieldChange): AttributionEvidence {
  const { event } = change.entry;
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

function named(
  level: 'proven' | 'strong' | 'likely',
  cause: NormalizedEvent,
  field: FieldCase,
  evidence: AttributionEvidence[],
): Omit<FieldVerdict, 'atStart'> {
  return { attribution: claimCause(level, cause, field.deed, evidence), cause };
}

/** No body tells: only who wrote the object, and which tool owns the field. */
function judgeWithoutBody(
  unknown: readonly FieldChange[],
  field: FieldCase,
  overwritten: FieldChange | undefined,
): Omit<FieldVerdict, 'atStart'> {
  const writes = unknown.map(({ entry }) => entry.event);
  const evidence: AttributionEvidence[] = overwritten
    ? [
        eventEvidence(
          overwritten.entry.event,
          'the last recorded change left another value: a later write is not recorded',
          false,
        ),
      ]
    : [];
  if (writes.length === 0 || !field.mayNameWithoutBody) {
    return {
      attribution: withoutPerson(field, evidence),
      baseInDoubt: field.owners.some(owner =>
        explainEntry(owner, writes).some(
          event => classifyActor(event).class === 'human',
        ),
      ),
    };
  }
  evidence.push({
    kind: 'audit-event',
    text: 'no body recorded: the audit policy says Metadata',
    holds: false,
  });
  return field.owners.length > 0
    ? judgeByOwner(writes, field, evidence)
    : judgeByWriters(writes, field, evidence);
}

function judgeByOwner(
  writes: readonly NormalizedEvent[],
  field: FieldCase,
  evidence: AttributionEvidence[],
): Omit<FieldVerdict, 'atStart'> {
  const explained = field.owners.flatMap(owner => explainEntry(owner, writes));
  if (explained.length === 0) {
    return { attribution: withoutPerson(field, evidence) };
  }
  const agreeing = field.owners
    .filter(owner => explainEntry(owner, writes).length > 0)
    .map(owner => ownerEvidence(owner, true));
  const all = [...evidence, ...agreeing];
  if (distinctPrincipals(explained).length > 1) {
    return { attribution: claimAmbiguous(explained, all) };
  }
  const cause = explained.reduce((a, b) =>
    b.timeMicros > a.timeMicros ? b : a,
  );
  const gaps = gapEvidence(gapsWithin(field.window));
  if (!field.window.observed) {
    gaps.push({
      kind: 'observation',
      text: 'no clean observation says from when on to look',
      holds: false,
    });
  }
  return gaps.length > 0
    ? named('likely', cause, field, [...all, ...gaps])
    : named('strong', cause, field, all);
}

/** A field that is gone has no owner: whoever wrote the object may have done it. */
function judgeByWriters(
  writes: readonly NormalizedEvent[],
  field: FieldCase,
  evidence: AttributionEvidence[],
): Omit<FieldVerdict, 'atStart'> {
  const gaps = gapEvidence(gapsWithin(field.window));
  if (distinctPrincipals(writes).length > 1) {
    return { attribution: claimAmbiguous(writes, [...evidence, ...gaps]) };
  }
  return field.window.observed && gaps.length === 0
    ? named('likely', writes[writes.length - 1], field, evidence)
    : { attribution: withoutPerson(field, [...evidence, ...gaps]) };
}

function withoutPerson(
  { owners, options, path }: FieldCase,
  evidence: AttributionEvidence[],
): Attribution {
  const [owner] = owners;
  if (owner?.manager === 'ancient-changes') {
    evidence.push({
      kind: 'managed-fields',
      text: 'older owners were merged into ancient-changes: ownership is lost',
      holds: false,
    });
  }
  return owner && (owner.subresource === undefined || isReplicas(path))
    ? claimTool(owner, evidence)
    : claimNothing(
        {
          lastClean: options.lastCleanObservation,
          observedAt: options.observedAt,
        },
        evidence,
      );
}

function gapEvidence(
  gaps: ReturnType<typeof gapsWithin>,
): AttributionEvidence[] {
  return gaps.map(({ reason }) => ({
    kind: 'observation',
    text: `audit events are missing: ${reason}`,
    holds: false,
  }));
}
