import type { ExplainedEvent, NormalizedEvent } from '@plumbline/kube-audit';

const KUBECTL = /^(kubectl|oc)(\.exe)?\//;

/**
 * The command line behind a request, where one was typed. A controller runs no
 * kubectl, and an `equivalent` command is one that nobody ran: neither may be
 * told as how the field was written.
 */
export function typedCommand(
  event: NormalizedEvent,
  { actor, command }: Pick<ExplainedEvent, 'actor' | 'command'>,
): string | undefined {
  if (!command || command.confidence === 'equivalent') {
    return undefined;
  }
  const isMachine =
    actor.class === 'controller' || actor.class === 'service-account';
  return isMachine && !KUBECTL.test(event.userAgent ?? '')
    ? undefined
    : command.text;
}
