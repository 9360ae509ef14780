import { requestKey } from '../event/auditEventKey';
import type { NormalizedEvent } from '../event/NormalizedEvent';

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600 };

/**
 * Counts requests per rule and user in sliding windows of event time. After a
 * window was full it starts afresh, so that a storm is one match.
 */
export class WindowCounter {
  readonly #times = new Map<string, Map<string, number>>();

  /** Requests (not events) in the window that ends with this one. */
  count(
    ruleId: string,
    e: NormalizedEvent,
    window: { count: number; within: string },
  ): number {
    const key = `${ruleId} ${e.effectiveUser}`;
    const requests = this.#times.get(key) ?? new Map<string, number>();
    this.#times.set(key, requests);
    const start = e.timeMicros - microsOf(window.within);
    for (const [request, time] of requests) {
      if (time < start) {
        requests.delete(request);
      }
    }
    const request = requestKey('', e);
    if (requests.has(request)) {
      return 0;
    }
    requests.set(request, e.timeMicros);
    const count = requests.size;
    if (count >= window.count) {
      requests.clear();
    }
    return count;
  }
}

function microsOf(duration: string): number {
  return Number(duration.slice(0, -1)) * UNITS[duration.slice(-1)] * 1_000_000;
}
