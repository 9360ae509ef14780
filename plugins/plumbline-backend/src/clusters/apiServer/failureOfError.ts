import type { LookFailure } from './LookFailure';

const TLS_CODE =
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO$|HOSTNAME_MISMATCH$)/;

/** What the network, or the time that ran out, means. */
export function failureOfError(
  error: unknown,
  context: { phase: 'connect' | 'body'; timeoutSeconds: number },
): LookFailure {
  if (hasName(error, 'TimeoutError')) {
    return {
      problem: 'unreachable',
      message: `no answer within ${context.timeoutSeconds} s`,
      transient: false,
      cause: error,
    };
  }
  const code = codeOf(error);
  if (context.phase === 'body') {
    return {
      problem: 'invalid-answer',
      message: 'the connection broke before the answer was complete',
      transient: true,
      cause: error,
    };
  }
  return {
    problem: 'unreachable',
    message: wordsFor(code, error),
    transient: code === 'ECONNRESET' || code === 'UND_ERR_SOCKET',
    cause: error,
  };
}

function wordsFor(code: string | undefined, error: unknown): string {
  if (code === undefined) {
    return error instanceof Error ? error.message : String(error);
  }
  if (TLS_CODE.test(code)) {
    return `the server's certificate or TLS set-up was not accepted (${code})`;
  }
  switch (code) {
    case 'ECONNREFUSED':
      return 'the connection was refused (ECONNREFUSED)';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the server's name could not be resolved (${code})`;
    default:
      return `the connection failed (${code})`;
  }
}

/** `fetch` hides the code in its cause, and several addresses in an AggregateError. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > 4) {
    return undefined;
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return codeOf(error.cause, depth + 1);
}

function hasName(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && 'name' in error
    ? error.name === name
    : false;
}
