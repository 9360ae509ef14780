import type { NormalizedEvent } from '@plumbline/kube-audit';
import { AttributionEvidence } from './Attribution';
import { eventEvidence } from './evidence';
import { podOf, serviceAccountOf, sharedGroupOf } from './principal';

/** What an identity is worth as a name: a credential is not its holder, and a token tells its Pod. */
export function identityEvidence(
  event: NormalizedEvent,
): AttributionEvidence[] {
  const { user } = event;
  const group = sharedGroupOf(user);
  const pod =
    serviceAccountOf(user.username) === undefined ? undefined : podOf(user);
  return [
    ...(group === undefined
      ? []
      : [
          eventEvidence(
            event,
            `${user.username} is a credential of ${group}: who held it is not known`,
            false,
          ),
        ]),
    ...(pod === undefined
      ? []
      : [eventEvidence(event, `the token is that of Pod ${pod}`)]),
  ];
}
