import type { NormalizedEvent } from '@plumbline/kube-audit';
import { ManagedFieldsEntry } from '../fields/managedFields';
import {
  Attribution,
  AttributionEvidence,
  AttributionLevel,
} from './Attribution';
import { ownerEvidence } from './evidence';
import { identityEvidence } from './identityEvidence';
import {
  describePrincipal,
  distinctPrincipals,
  principalsOf,
} from './principal';

/** What the words of a claim are made of. */
export interface Deed {
  /** `changed spec.replicas`, `deleted this object`. */
  past: string;
  /** The command that was typed to make a request, when it is known. */
  commandOf(event: NormalizedEvent): string | undefined;
}

/** One request is the cause, at one of the levels that name somebody. */
export function nameCause(
  level: 'proven' | 'strong' | 'likely',
  event: NormalizedEvent,
  deed: Deed,
  evidence: AttributionEvidence[],
): { attribution: Attribution; cause: NormalizedEvent } {
  const command = deed.commandOf(event);
  const attribution = {
    level,
    principals: principalsOf(event),
    auditID: event.auditID,
    eventIDs: [event.auditID],
    ...(command && { command }),
    wording: causeWording(level, event, deed.past, command),
    time: event.time,
    evidence: [...evidence, ...identityEvidence(event)],
  };
  return { attribution, cause: event };
}

function causeWording(
  level: AttributionLevel,
  event: NormalizedEvent,
  past: string,
  command: string | undefined,
): string {
  const who = describePrincipal(event);
  const how = command ? ` with ${command}` : '';
  switch (level) {
    case 'proven':
      return `${who} ${past}${how} at ${event.time}`;
    case 'strong':
      return `most consistent with ${who}, who wrote this object${how} at ${event.time}`;
    default:
      return `${who} wrote this object in the window, at ${event.time}; the content of the request is unknown`;
  }
}

/** Several people fit: all are listed, none is named as the one. */
export function claimAmbiguous(
  events: readonly NormalizedEvent[],
  evidence: AttributionEvidence[],
): Attribution {
  const principals = distinctPrincipals(events);
  const names = [...new Set(events.map(describePrincipal))];
  return {
    level: 'ambiguous',
    principals: [...new Set(principals.flat())],
    eventIDs: [...new Set(events.map(event => event.auditID))],
    wording: `one of ${names.join(', ')}: each wrote this object in the window`,
    evidence,
  };
}

/** Only the tool is known. */
export function claimTool(
  owner: ManagedFieldsEntry,
  evidence: AttributionEvidence[],
): Attribution {
  const when = owner.time ? ` no later than ${owner.time}` : '';
  return {
    level: 'tool-only',
    principals: [],
    wording: `last written with ${owner.manager}${when}; person unknown`,
    evidence: [...evidence, ownerEvidence(owner, true)],
  };
}

/** Nothing tells. */
export function claimNothing(
  window: { lastClean?: string; observedAt?: string },
  evidence: AttributionEvidence[],
): Attribution {
  const { lastClean, observedAt } = window;
  return {
    level: 'none',
    principals: [],
    wording: firstSeen(lastClean, observedAt),
    evidence,
  };
}

function firstSeen(lastClean?: string, observedAt?: string): string {
  if (!observedAt) {
    return 'no evidence of who wrote it';
  }
  return lastClean
    ? `first seen between ${lastClean} and ${observedAt}`
    : `first seen at ${observedAt}`;
}
