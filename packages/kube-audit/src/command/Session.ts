import type { Confidence } from './Command';
import type { Draft } from './Draft';
import type { Request } from './Request';

/** A command found in a session: where it is shown and what belongs to it. */
export interface Finding {
  draft: Draft;
  shown: Request;
  parts: Request[];
}

/** Gap between the requests of one command that a program, not a person, makes. */
export const BURST = 2_000_000;

/** A busy client is no single command; looking further would be quadratic. */
const FARTHEST = 250;

/**
 * The requests of one client in order, and which of them a command has taken.
 * A recogniser looks at a request and its neighbours and takes what belongs.
 */
export class Session {
  readonly requests: readonly Request[];
  readonly findings: Finding[] = [];
  /** Requests that belong to no command and are not shown. */
  readonly hidden = new Set<Request>();
  readonly #taken = new Set<Request>();
  readonly #position = new Map<Request, number>();

  constructor(requests: readonly Request[]) {
    this.requests = requests;
    requests.forEach((r, i) => this.#position.set(r, i));
  }

  isFree(request: Request): boolean {
    return !this.#taken.has(request);
  }

  /** Marks requests as background that needs no line. */
  hide(...requests: Request[]): void {
    for (const request of requests) {
      this.#taken.add(request);
      this.hidden.add(request);
    }
  }

  /** Records a command shown at the first of `parts` unless told otherwise. */
  find(draft: Draft, parts: Request[], shown: Request = parts[0]): void {
    parts.forEach(p => this.#taken.add(p));
    this.findings.push({ draft, shown, parts });
  }

  /** Free requests before one, latest first, while gaps stay within `gap`. */
  before(request: Request, gap: number = BURST): Request[] {
    return this.#neighbours(request, -1, gap);
  }

  /** Free requests after one, in order, while gaps stay within `gap`. */
  after(request: Request, gap: number = BURST): Request[] {
    return this.#neighbours(request, 1, gap);
  }

  /** All requests before one, taken or not: for hints such as a fetched schema. */
  recent(request: Request, within: number): Request[] {
    const at = this.#at(request);
    const recent: Request[] = [];
    for (let i = at - 1; i >= Math.max(0, at - FARTHEST); i--) {
      if (request.time - this.requests[i].time > within) {
        break;
      }
      recent.push(this.requests[i]);
    }
    return recent;
  }

  #neighbours(request: Request, step: 1 | -1, gap: number): Request[] {
    const found: Request[] = [];
    const at = this.#at(request);
    let time = request.time;
    for (let distance = 1; distance <= FARTHEST; distance++) {
      const next = this.requests[at + step * distance];
      if (!next || Math.abs(next.time - time) > gap) {
        return found;
      }
      time = next.time;
      if (this.isFree(next)) {
        found.push(next);
      }
    }
    return found;
  }

  #at(request: Request): number {
    return this.#position.get(request) ?? -1;
  }
}

/** Tries to read a command out of a session, beginning at a free request. */
export type Recogniser = (session: Session, request: Request) => void;

/** The lesser of two confidences. */
export function atMost(confidence: Confidence, limit: Confidence): Confidence {
  const order: Confidence[] = ['equivalent', 'approximate', 'likely', 'exact'];
  return order.indexOf(confidence) < order.indexOf(limit) ? confidence : limit;
}
