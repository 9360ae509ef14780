/** Why the wanted state could not be had. It is never the same as "nothing is wanted". */
export type DesiredStateProblem =
  /** No integration or local folder allows it. */
  | 'not-allowed'
  | 'not-found'
  /** The location is there, but no manifest at the path. */
  | 'no-manifests'
  /** The host does not answer, or refuses our credentials. */
  | 'unreachable'
  /** A cap of one read is exceeded. */
  | 'too-large'
  /** It needs something that we do not do, named in the message. */
  | 'unsupported';

/** Thrown where the wanted state is read or rendered; the message is for the page and quotes no file content. */
export class DesiredStateError extends Error {
  readonly name = 'DesiredStateError';

  constructor(
    readonly problem: DesiredStateProblem,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
