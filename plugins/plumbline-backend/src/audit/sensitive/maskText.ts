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

/** Every repetition is bounded: whoever sends requests writes these texts. */
const PATTERNS: [pattern: RegExp, replacement: string][] = [
  [
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
    MASK,
  ],
  [/\b(Bearer|Basic)(\s{1,4})[\w.~+/=-]{16,}/gi, `$1$2${MASK}`],
  [/\beyJ[\w-]{10,512}\.[\w-]{10,4096}\.[\w-]{0,1024}/g, MASK],
  [
    /\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:@/"']{0,256}):[^\s@/"']{1,1024}@/gi,
    `$1:${MASK}@`,
  ],
  [
    new RegExp(
      `((?:${SECRET_WORD})\\\\?["']?\\s{0,4}[:=]\\s{0,4}\\\\?)` +
        `(?:"(?:[^"\\\\]|\\\\.){1,4096}|'[^']{1,4096}|[^\\s"',;&|()\\[\\]{}\\\\]{1,4096})`,
      'gi',
    ),
    `$1${MASK}`,
  ],
];

/** What every pattern needs somewhere; most texts have none of it. */
const WORTH_A_LOOK = new RegExp(
  `${SECRET_WORD}|private key|bearer|basic|\\beyJ|://[^\\s/]{1,1280}@`,
  'i',
);

/** The text with what looks like a credential masked: assignments, bearer tokens, private keys, URLs with a password. */
export function maskText(text: string): string {
  if (!WORTH_A_LOOK.test(text)) {
    return text;
  }
  return PATTERNS.reduce(
    (masked, [pattern, replacement]) => masked.replace(pattern, replacement),
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
