import type { NormalizedEvent } from './event/NormalizedEvent';
import { normalizeEvent } from './event/normalizeEvent';
import type { ExplainedEvent, ExplainOptions } from './ExplainedEvent';
import { explainEvents } from './explainEvents';
import { readAuditEvents } from './sources/readAuditEvents';

/**
 * A line of output: an explained event, or why an item could not be read with
 * the (shortened) text of the item.
 * @public
 */
export type ExplainedLine = ExplainedEvent | { error: string; line: string };

const SHOWN_LENGTH = 500;

/**
 * Reads a text of any supported shape and explains what is in it: one line per
 * item, in the order of the text.
 * @public
 */
export function explainText(
  text: string,
  options?: ExplainOptions,
): ExplainedLine[] {
  const items = readAuditEvents(text).map(result => {
    if ('error' in result) {
      return unreadable(result.error, result.raw);
    }
    try {
      return normalizeEvent(result.event);
    } catch (error) {
      return unreadable((error as Error).message, result.raw);
    }
  });
  const events = items.filter((i): i is NormalizedEvent => 'auditID' in i);
  const explained = explainEvents(events, options)[Symbol.iterator]();
  return items.map(item =>
    'error' in item ? item : (explained.next().value as ExplainedEvent),
  );
}

function unreadable(error: string, raw: string) {
  const line =
    raw.length > SHOWN_LENGTH ? `${raw.slice(0, SHOWN_LENGTH)}…` : raw;
  return { error, line };
}
