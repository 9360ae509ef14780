import type { ActorClass } from '@plumbline/kube-audit';
import type { ExplainedAuditEvent } from './StoredAuditEvent';

/** Classes of actors that may be people; whoever is not known to be a machine is treated as one. */
export const PEOPLE_CLASSES: readonly ActorClass[] = ['human', 'unknown'];

/** Names of people in an event: who acted, and who authenticated to act as somebody else. */
export function peopleOf(
  accepted: Pick<ExplainedAuditEvent, 'actor' | 'event'>,
): string[] {
  const { actor, event } = accepted;
  const isPerson = PEOPLE_CLASSES.includes(actor.class);
  const names = [
    isPerson ? actor.name : '',
    isPerson || actor.onBehalfOf !== undefined ? event.user.username : '',
    isPerson ? event.impersonatedUser?.username ?? '' : '',
    actor.onBehalfOf ?? '',
  ];
  return [...new Set(names)].filter(isNameOfPerson);
}

/** `system:` names belong to the cluster; they are too common to be replaced in sentences. */
function isNameOfPerson(name: string): boolean {
  return name !== '' && !name.startsWith('system:');
}
