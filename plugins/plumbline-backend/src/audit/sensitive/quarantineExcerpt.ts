import { sanitizeText } from '@plumbline/kube-audit';
import { maskText } from './maskText';

const MAX_BYTES = 4096;

/** Where content begins in what cannot be read: nobody can tell whether it is a secret. */
const BODY =
  /\\?"(?:requestObject|responseObject|request|response|object|oldObject|data|stringData|token|spec)\\?"\s{0,16}:/;

/** Long runs may be anything encoded. */
const ENCODED = /[A-Za-z0-9+/=_-]{64,}/g;

/**
 * The beginning of a text that could not be read, fit to be kept and shown: at most 4 KiB, nothing of bodies, secrets
 * masked, control characters escaped.
 */
export function quarantineExcerpt(raw: string): string {
  const head = raw.slice(0, 4 * MAX_BYTES);
  const body = head.search(BODY);
  const shown = body < 0 ? head : `${head.slice(0, body)}… (body not kept)`;
  const masked = maskText(shown).replace(
    ENCODED,
    run => `(${run.length} characters)`,
  );
  return cut(escapeControls(sanitizeText(masked)));
}

function escapeControls(text: string): string {
  return text.replace(
    /(?![\t\n])[\p{Cc}\p{Cf}]/gu,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function cut(text: string): string {
  if (Buffer.byteLength(text) <= MAX_BYTES) {
    return text;
  }
  const head = Buffer.from(text).subarray(0, MAX_BYTES - 3);
  return `${head.toString('utf8').replace(/\ufffd+$/, '')}…`;
}
