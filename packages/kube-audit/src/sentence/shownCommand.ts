import { isSensitiveName, REDACTED } from '../command/redact';
import { shellQuote } from '../command/shellQuote';

const MAX_SHOWN = 120;

/** `sh -c 'ls /'` as a sentence shows it: quoted, without credentials, not endless. */
export function shownCommand(argv: readonly string[]): string {
  const words = argv.map((word, i) =>
    isSensitiveFlag(argv[i - 1]) ? REDACTED : withoutCredentials(word),
  );
  const text = words
    .map(word => (word === REDACTED ? word : shellQuote(word)))
    .join(' ');
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** `--password secret`: the value is the next word. */
function isSensitiveFlag(word: string | undefined): boolean {
  return /^--?[\w-]+$/.test(word ?? '') && isSensitiveName(word ?? '');
}

/** Also within a script: `export TOKEN=…`, `curl -H "Authorization: Bearer …"`. */
function withoutCredentials(word: string): string {
  return word
    .replace(/([\w.-]+)=("[^"]*"|'[^']*'|\S+)/g, (all, name: string) =>
      isSensitiveName(name) ? `${name}=${REDACTED}` : all,
    )
    .replace(
      /(--?[\w-]+)\s+("[^"]*"|'[^']*'|[^\s-]\S*)/g,
      (all, name: string) =>
        isSensitiveName(name) ? `${name} ${REDACTED}` : all,
    )
    .replace(/\b(Bearer|Basic)\s+[^\s"']+/gi, `$1 ${REDACTED}`);
}
