import { ResponseError } from '@backstage/errors';

/** Why a screen has no answer, in words. @public */
export interface FailureDescription {
  kind: 'forbidden' | 'not-found' | 'error';
  title: string;
  text: string;
}

/**
 * Puts a failed request into words: 403 is a missing right, 404 a missing thing, the rest is our failure.
 *
 * @param subject - what could not be read, e.g. `drift of payments-api`
 * @param permission - name of the permission that the request needs
 * @public
 */
export function describeFailure(
  error: Error,
  subject: string,
  permission?: string,
): FailureDescription {
  const status =
    error instanceof ResponseError ? error.response.status : undefined;
  if (status === 403) {
    return {
      kind: 'forbidden',
      title: `You may not read ${subject}`,
      text: permission
        ? `Needs the permission ${permission}.`
        : 'The backend refused the request.',
    };
  }
  if (status === 404) {
    return {
      kind: 'not-found',
      title: `${capitalise(subject)} was not found`,
      text: 'It does not exist, or you may not see it.',
    };
  }
  return {
    kind: 'error',
    title: `${capitalise(subject)} could not be loaded`,
    text:
      status === undefined
        ? `The backend did not answer: ${error.message}. Nothing is known right now.`
        : `The backend answered ${status}: ${messageOf(
            error,
          )}. Nothing is known right now.`,
  };
}

/** The message of the backend's own error, without the client's prefix. */
function messageOf(error: Error): string {
  const message =
    error instanceof ResponseError ? error.cause.message : error.message;
  return message.replace(/\.$/, '');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
