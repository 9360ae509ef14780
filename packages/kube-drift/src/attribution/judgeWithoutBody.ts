import type { NormalizedEvent } from '@plumbline/kube-audit';
import { ownershipOf } from '../fields/ownership';
import { isList } from '../values/json';
import { Attribution, AttributionEvidence } from './Attribution';
import { claimAmbiguous, claimNothing, claimTool, nameCause } from './claims';
import {
  bodyGapEvidence,
  eventEvidence,
  gapEvidence,
  joinedEvidence,
  ownerEvidence,
  unrecordedEvidence,
} from './evidence';
import { CauseVerdict, FieldCase } from './FieldCase';
import { FieldChange } from './fieldHistory';
import { explainEntry, writingOwners } from './ownerMatch';
import { distinctPrincipals } from './principal';
import { canReach } from './toolReach';
import { gapsWithin } from './window';

/** No body tells: only who wrote the object, and which tool owns the field. */
export function judgeWithoutBody(
  unknown: readonly FieldChange[],
  field: FieldCase,
  overwritten: FieldChange | undefined,
): CauseVerdict {
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
  if (writes.length === 0 || field.withoutBody === 'nobody') {
    return { attribution: withoutPerson(field, evidence) };
  }
  if (field.owners.length > 0) {
    const byOwner = judgeByOwner(writes, field, evidence);
    if (byOwner) {
      return byOwner;
    }
  }
  // Of an element that was taken out the last recorded change may be the cause.
  return judgeByWriters(
    overwritten && isMergedList(field)
      ? [overwritten.entry.event, ...writes]
      : writes,
    field,
    evidence,
  );
}

/** `undefined` when no owner is to be expected of what happened. */
function judgeByOwner(
  writes: readonly NormalizedEvent[],
  field: FieldCase,
  evidence: AttributionEvidence[],
): CauseVerdict | undefined {
  const owners = writingOwners(field.owners);
  const explained = owners.flatMap(owner => explainEntry(owner, writes));
  if (explained.length === 0) {
    return isMergedList(field)
      ? undefined
      : { attribution: withoutPerson(field, evidence) };
  }
  const agreeing = owners
    .filter(owner => explainEntry(owner, writes).length > 0)
    .map(owner => ownerEvidence(owner, true));
  const all = [...evidence, ...explained.map(bodyGapEvidence), ...agreeing];
  const unseen = writersUnseen(writes, explained, field);
  const candidates = writes.filter(
    event => explained.includes(event) || unseen.includes(event),
  );
  if (distinctPrincipals(candidates).length > 1) {
    return { attribution: claimAmbiguous(candidates, all) };
  }
  const cause = explained.reduce((a, b) =>
    b.timeMicros > a.timeMicros ? b : a,
  );
  const doubts = [
    ...gapEvidence(gapsWithin(field.window)),
    ...field.owners
      .filter(owner => !owners.includes(owner))
      .map(joinedEvidence),
  ];
  if (!field.window.observed) {
    doubts.push({
      kind: 'observation',
      text: 'no clean observation says from when on to look',
      holds: false,
    });
  }
  if (field.withoutBody === 'likely') {
    doubts.push({
      kind: 'observation',
      text: 'whether Git changed since the field was last seen clean is not known',
      holds: false,
    });
  }
  return doubts.length > 0
    ? nameCause('likely', cause, field.deed, [...all, ...doubts])
    : nameCause('strong', cause, field.deed, all);
}

/**
 * Those who may have written the field and left no mark. Who takes an element
 * out of a list that is merged owns nothing. Who writes to any part of an atomic
 * list or map owns all of it from then on, whoever wrote the rest before.
 */
function writersUnseen(
  writes: readonly NormalizedEvent[],
  explained: readonly NormalizedEvent[],
  field: FieldCase,
): NormalizedEvent[] {
  const lastOwned = Math.max(...explained.map(event => event.timeMicros));
  const isPart = field.owners.some(
    ({ fields }) => ownershipOf(fields, field.path) === 'above',
  );
  return writes.filter(
    event =>
      !explained.includes(event) &&
      canReach(event, field.path) &&
      (isMergedList(field) || (isPart && event.timeMicros < lastOwned)),
  );
}

/** A set: its elements have owners of their own. */
function isMergedList({ owners, path, live }: FieldCase): boolean {
  return (
    isList(live) &&
    owners.some(({ fields }) =>
      live.some(value => ownershipOf(fields, [...path, { value }]) === 'exact'),
    )
  );
}

/** A field that is gone has no owner: whoever wrote the object may have done it. */
function judgeByWriters(
  writes: readonly NormalizedEvent[],
  field: FieldCase,
  evidence: AttributionEvidence[],
): CauseVerdict {
  const doubts = [
    ...gapEvidence(gapsWithin(field.window)),
    ...field.unrecorded.map(unrecordedEvidence),
  ];
  const last = writes.findLast(event => canReach(event, field.path));
  if (!last) {
    return { attribution: withoutPerson(field, [...evidence, ...doubts]) };
  }
  const all = [...evidence, ...writes.map(bodyGapEvidence), ...doubts];
  if (distinctPrincipals(writes).length > 1) {
    return { attribution: claimAmbiguous(writes, all) };
  }
  return field.window.observed && doubts.length === 0
    ? nameCause('likely', last, field.deed, all)
    : { attribution: withoutPerson(field, all) };
}

/** No person is named: the tool, where that is known. */
export function withoutPerson(
  { owners, options, scales }: FieldCase,
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
  return owner && (owner.subresource === undefined || scales)
    ? claimTool(owner, evidence)
    : claimNothing(
        {
          lastClean: options.lastCleanObservation,
          observedAt: options.observedAt,
        },
        evidence,
      );
}
