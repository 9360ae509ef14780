import { ClusterAccessError } from '@plumbline/backstage-plugin-plumbline-node';
import type { LookOutcome } from './ClusterHealth';

/**
 * What a failed look says of the whole cluster.
 *
 * @returns undefined when it says something of one kind or object only
 */
export function healthOfFailedLook(
  error: unknown,
  look: 'discover' | 'objects',
): LookOutcome | undefined {
  if (!(error instanceof ClusterAccessError)) {
    return undefined;
  }
  const { problem, message } = error;
  switch (problem) {
    case 'unreachable':
    case 'unauthenticated':
      return { state: 'problem', problem, message };
    case 'unknown-kind':
    case 'forbidden':
    case 'invalid-answer':
    default:
      // Discovery is open to every client that the server lets in: if not even that works, nothing does.
      return look === 'discover'
        ? { state: 'problem', problem, message }
        : undefined;
  }
}
