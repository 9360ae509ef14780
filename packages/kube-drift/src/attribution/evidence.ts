import type { NormalizedEvent } from '@plumbline/kube-audit';
import { ManagedFieldsEntry } from '../fields/managedFields';
import { AttributionEvidence } from './Attribution';
import { AttributionWindow } from './window';

export function eventEvidence(
  event: NormalizedEvent,
  text: string,
  holds = true,
): AttributionEvidence {
  return {
    kind: 'audit-event',
    text,
    auditID: event.auditID,
    time: event.time,
    holds,
  };
}

export function ownerEvidence(
  owner: ManagedFieldsEntry,
  holds: boolean,
): AttributionEvidence {
  const through = owner.subresource ? ` through ${owner.subresource}` : '';
  const when = owner.time ? ` at ${owner.time}` : ', time not recorded';
  return {
    kind: 'managed-fields',
    text: `field owned by ${owner.manager} (${owner.operation}${through}${when})`,
    holds,
  };
}

/** Another manager holds the field as well: it seems to have changed nothing, which no body shows. */
export function joinedEvidence({
  manager,
}: ManagedFieldsEntry): AttributionEvidence {
  return {
    kind: 'managed-fields',
    text: `${manager} applied the field, too, as it seems without a change`,
    holds: false,
  };
}

/** Requests that were not recorded, so that a claim can be no more than likely. */
export function gapEvidence(
  gaps: AttributionWindow['gaps'],
): AttributionEvidence[] {
  return gaps.map(({ reason }) => ({
    kind: 'observation',
    text: `audit events are missing: ${reason}`,
    holds: false,
  }));
}

/** A write that left its mark on the object and not in the audit log. */
export function unrecordedEvidence(
  entry: ManagedFieldsEntry,
): AttributionEvidence {
  return {
    kind: 'managed-fields',
    text: `${entry.manager} wrote this object at ${entry.time}, in a request that is not recorded`,
    holds: false,
  };
}

/** Why a request does not tell what it did to a field. */
export function bodyGapEvidence(event: NormalizedEvent): AttributionEvidence {
  return eventEvidence(event, bodyGap(event), false);
}

function bodyGap({ level, event }: NormalizedEvent): string {
  if (event.requestObject !== undefined) {
    return 'the recorded body does not tell what the request did to this field';
  }
  return level === 'Metadata'
    ? 'no body recorded: policy level Metadata'
    : `no body kept, though the policy level is ${level || 'not recorded'}`;
}
