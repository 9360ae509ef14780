import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readAuditEvents } from '@plumbline/kube-audit';

/**
 * An audit event with the text it is posted as.
 *
 * @internal
 */
export interface ReplayEvent {
  /** JSON. */
  text: string;
  /** When it happened, in epoch milliseconds; `undefined` when it does not say. */
  time?: number;
}

/**
 * Reads a file of audit events in any shape that kube-audit reads, gzipped or not. What is no event is kept where it is
 * JSON, for the endpoint to judge; `unreadable` counts the rest.
 *
 * @internal
 */
export async function readAuditFile(
  file: string,
): Promise<{ events: ReplayEvent[]; unreadable: number }> {
  const bytes = await readFile(file);
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (zipped ? await promisify(gunzip)(bytes) : bytes).toString(
    'utf8',
  );
  const events: ReplayEvent[] = [];
  let unreadable = 0;
  for (const result of readAuditEvents(text)) {
    const own = parseJson(result.raw);
    if ('event' in result) {
      const { event } = result;
      const isItself =
        own !== undefined &&
        (own as { auditID?: unknown }).auditID === event.auditID;
      events.push({
        text: isItself ? result.raw.trim() : JSON.stringify(event),
        time: timeOf(event.stageTimestamp ?? event.requestReceivedTimestamp),
      });
    } else if (own !== undefined) {
      events.push({ text: result.raw.trim() });
    } else {
      unreadable += 1;
    }
  }
  return { events, unreadable };
}

function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function timeOf(timestamp: string | undefined): number | undefined {
  const time = Date.parse(timestamp ?? '');
  return Number.isNaN(time) ? undefined : time;
}
