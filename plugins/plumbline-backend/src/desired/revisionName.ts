import { DesiredStateError } from './DesiredStateError';

const MAX_LENGTH = 250;
/** What `git check-ref-format` refuses, and a leading dash. */
const FORBIDDEN =
  /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|(^|\/)\.|\.lock(\/|$)|^[-/]|[/.]$|^@$/u;

/**
 * Lets pass what can be the name of a branch or tag, or the id of a commit. It becomes part of addresses and paths, and
 * comes from annotations and from objects of clusters.
 *
 * @throws DesiredStateError
 */
export function checkRevisionName(revision: string): void {
  if (
    revision === '' ||
    revision.length > MAX_LENGTH ||
    FORBIDDEN.test(revision)
  ) {
    throw new DesiredStateError(
      'not-found',
      `${JSON.stringify(
        revision.slice(0, 80),
      )} cannot be the name of a branch, a tag or a commit`,
    );
  }
}
