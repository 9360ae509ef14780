import { isObject } from '../event/json';
import { ENVELOPES } from './envelopes';
import {
  elementSpans,
  isDeeperThan,
  memberSpans,
  type Span,
} from './jsonSpans';
import type { ReadLimits, ReadResult } from './ReadResult';
import { salvageEvent } from './salvage';

/** An event in a string in a list in a delivery: deeper than this is no source we know. */
const MAX_ENVELOPES = 5;

/** Takes one text after the other apart and collects what is in them. */
export class AuditEventReader {
  readonly results: ReadResult[] = [];
  readonly #limits: ReadLimits;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  readText(raw: string, envelopes: number, time?: string): void {
    const trimmed = raw.trim();
    if (this.#full(trimmed)) {
      return;
    }
    // Lists are only limited by their items; a single item by its own length.
    const list = this.#listIn(trimmed);
    if (list) {
      this.#readList(trimmed, list, envelopes);
      return;
    }
    if (trimmed.length > this.#limits.maxItemLength) {
      this.#fail(
        `longer than ${this.#limits.maxItemLength} characters`,
        trimmed.slice(0, 1024),
      );
      return;
    }
    if (isDeeperThan(trimmed, this.#limits.maxDepth)) {
      this.#fail(`nested deeper than ${this.#limits.maxDepth}`, trimmed);
      return;
    }
    let value: unknown;
    try {
      value = JSON.parse(trimmed);
    } catch (error) {
      this.#readBroken(trimmed, time, error as Error);
      return;
    }
    this.#readValue(value, trimmed, envelopes);
  }

  #readValue(value: unknown, raw: string, envelopes: number): void {
    if (!isObject(value)) {
      this.#fail('is not a JSON object', raw);
      return;
    }
    if (envelopes >= MAX_ENVELOPES) {
      this.#fail('is wrapped too many times', raw);
      return;
    }
    for (const envelope of ENVELOPES) {
      const found = envelope.unwrap(value);
      if (found && 'event' in found) {
        this.results.push({ event: found.event, raw });
        return;
      }
      if (found && 'skip' in found) {
        this.#fail(found.skip, raw);
        return;
      }
      if (found && 'parts' in found) {
        found.parts.forEach(p => this.readText(p.text, envelopes + 1, p.time));
        return;
      }
    }
    this.#fail('is not an audit event of any known shape', raw);
  }

  #readBroken(raw: string, time: string | undefined, error: Error): void {
    // A bare half line may be one that is still being written: no event yet.
    const wasCut = time !== undefined || /\[Truncated/.test(raw);
    const salvaged = wasCut ? salvageEvent(raw, time) : undefined;
    if (salvaged?.stageTimestamp || salvaged?.requestReceivedTimestamp) {
      this.results.push({ event: salvaged, raw });
    } else {
      this.#fail(explain(raw, error), raw);
    }
  }

  #readList(text: string, list: Span, envelopes: number): void {
    const { spans, fault } = elementSpans(text, list);
    for (const span of spans) {
      this.readText(text.slice(span.start, span.end), envelopes + 1);
    }
    if (fault) {
      const rest = spans.at(-1)?.end ?? list.start;
      this.#fail(`the list is ${fault} here`, text.slice(rest, rest + 1024));
    }
  }

  /** The array of a list shape (plain array, `items`, `records`), found without parsing. */
  #listIn(text: string): Span | undefined {
    if (text[0] === '[') {
      return { start: 0, end: text.length };
    }
    if (text[0] !== '{' || !/"(items|records)"/.test(text.slice(0, 4096))) {
      return undefined;
    }
    const members = memberSpans(text, { start: 0, end: text.length });
    const keys = members.map(m => text.slice(m.key.start + 1, m.key.end - 1));
    const at = keys.findIndex(key => key === 'items' || key === 'records');
    const isEvent = keys.includes('auditID') || keys.includes('requestId');
    if (at < 0 || isEvent || text[members[at].value.start] !== '[') {
      return undefined;
    }
    return members[at].value;
  }

  #full(raw: string): boolean {
    if (this.results.length < this.#limits.maxItems) {
      return false;
    }
    if (this.results.length === this.#limits.maxItems) {
      this.#fail(
        `more than ${this.#limits.maxItems} items`,
        raw.slice(0, 1024),
      );
    }
    return true;
  }

  #fail(error: string, raw: string): void {
    this.results.push({ error, raw });
  }
}

function explain(raw: string, error: Error): string {
  if (/\[Truncated/.test(raw)) {
    return 'was cut off by the log pipeline, too little is left';
  }
  if (/^\d{4}-\d{2}-\d{2}T\S+ AUDIT: /.test(raw)) {
    return 'is in the legacy audit log format; set --audit-log-format=json';
  }
  return `is not JSON: ${error.message.slice(0, 120)}`;
}
