/** Stands where a secret stood. */
export const MASK = '***';

/**
 * Words that end the name of a secret: `DB_PASSWORD`, `clientSecret`, `api-key`; not `secretName` or `tokenPath`.
 */
const SECRET_WORD =
  'passw(?:or)?d|passphrase|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credentials?|connection[-_.]?string';

const SECRET_NAME = new RegExp(`(?:${SECRET_WORD}|pwd)$`, 'i');

/** Whether a key, variable or flag of this name holds a secret. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name);
}

const SECRET_VARIABLE = new RegExp(
  `${SECRET_WORD}|(?:^|[^a-z])pwd(?:$|[^a-z])|dsn$`,
  'i',
);

/**
 * Whether a variable, or a key of a map that people fill, holds a secret: their names come in all forms, `TOKEN_V2`, and a
 * mask too many does no harm.
 */
export function namesSecretVariable(name: string): boolean {
  return SECRET_VARIABLE.test(name);
}

/** What looks like a credential. Every repetition is bounded: whoever sends requests writes these texts. */
interface CredentialPattern {
  /** Cheap to ask, and no for nearly every text. */
  mayMatch(text: string): boolean;
  pattern: RegExp;
  replacement: string;
}

const ASSIGNED = new RegExp(SECRET_WORD, 'i');

const PATTERNS: CredentialPattern[] = [
  {
    mayMatch: text => text.includes('PRIVATE KEY-----'),
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
    replacement: MASK,
  },
  {
    mayMatch: text => /bearer|basic/i.test(text),
    pattern: /\b(Bearer|Basic)(\s{1,4})[\w.~+/=-]{16,}/gi,
    replacement: `$1$2${MASK}`,
  },
  {
    mayMatch: text => text.includes('eyJ'),
    pattern: /\beyJ[\w-]{10,512}\.[\w-]{10,4096}\.[\w-]{0,1024}/g,
    replacement: MASK,
  },
  {
    mayMatch: text => text.includes('://') && text.includes('@'),
    pattern:
      /\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:@/"']{0,256}):[^\s@/"']{1,1024}@/gi,
    replacement: `$1:${MASK}@`,
  },
  {
    mayMatch: text => ASSIGNED.test(text),
    pattern: new RegExp(
      `((?:${SECRET_WORD})\\\\?["']?\\s{0,4}[:=]\\s{0,4}\\\\?)` +
        `(?:"(?:[^"\\\\]|\\\\.){1,4096}|'[^']{1,4096}|[^\\s"',;&|()\\[\\]{}\\\\]{1,4096})`,
      'gi',
    ),
    replacement: `$1${MASK}`,
  },
];

/** The text with what looks like a credential masked: assignments, bearer tokens, private keys, URLs with a password. */
export function maskText(text: string): string {
  return PATTERNS.reduce(
    (masked, { mayMatch, pattern, replacement }) =>
      mayMatch(masked) ? masked.replace(pattern, replacement) : masked,
    text,
  );
}

/** Arguments of a command with secrets masked, also where flag and value are apart: `--password x`. */
export function maskArguments(args: string[]): string[] {
  return args.map((arg, i) => {
    const flag = i > 0 ? args[i - 1] : '';
    const follows = /^--?\w/.test(flag) && !flag.includes('=');
    return follows && namesSecret(flag) && !arg.startsWith('-')
      ? MASK
      : maskText(arg);
  });
}
