import { isObject, objectAt, stringAt, valueAt } from '../event/json';
import type { NormalizedEvent } from '../event/NormalizedEvent';

const READS = new Set(['get', 'list', 'watch']);

/** Requests to these leave the object itself as it is. */
const HARMLESS = new Set([
  'exec',
  'attach',
  'portforward',
  'proxy',
  'log',
  'token',
]);

/**
 * Objects as the answers of earlier events of one call have shown them. A write
 * whose answer is not recorded makes the state unknown again.
 */
export class PriorStates {
  readonly #objects = new Map<string, unknown>();

  /** The object as it was when the request came; undefined when nobody knows. */
  before(e: NormalizedEvent): unknown {
    const key = keyOf(e);
    const known = key === undefined ? undefined : this.#objects.get(key);
    return missesWrites(known, e.event.responseObject) ? undefined : known;
  }

  /** Remembers what an event shows, after it was described. */
  remember(e: NormalizedEvent): void {
    const key = keyOf(e);
    const { subresource = '' } = e.object ?? {};
    if (
      key === undefined ||
      e.outcome !== 'success' ||
      e.dryRun === true ||
      HARMLESS.has(subresource)
    ) {
      return;
    }
    const shown: unknown = e.event.responseObject;
    if (subresource === 'scale') {
      this.#rememberScale(key, e, valueAt(shown, 'spec', 'replicas'));
    } else if (e.verb !== 'delete' && isObjectOf(e, shown)) {
      this.#objects.set(key, shown);
    } else if (!READS.has(e.verb)) {
      this.#objects.delete(key);
    }
  }

  /** Of a scale only the replicas are shown; what is known beside them stays. */
  #rememberScale(key: string, e: NormalizedEvent, replicas: unknown): void {
    const known = this.#objects.get(key);
    const isRead = READS.has(e.verb);
    if (typeof replicas === 'number' && !(isRead && known !== undefined)) {
      const spec = { ...objectAt(known, 'spec'), replicas };
      // Without metadata: its generation is no longer the one of this state.
      this.#objects.set(key, { spec });
    } else if (!isRead) {
      this.#objects.delete(key);
    }
  }
}

/** The server counts changes of a spec: a gap says that some are not recorded. */
function missesWrites(known: unknown, answer: unknown): boolean {
  const from = valueAt(known, 'metadata', 'generation');
  const to = valueAt(answer, 'metadata', 'generation');
  return (
    typeof from === 'number' &&
    typeof to === 'number' &&
    (to < from || to > from + 1)
  );
}

function isObjectOf(e: NormalizedEvent, shown: unknown): boolean {
  return (
    isObject(shown) &&
    shown.kind !== 'Table' &&
    shown.kind !== 'Status' &&
    stringAt(shown, 'metadata', 'name') === e.object?.name
  );
}

function keyOf(e: NormalizedEvent): string | undefined {
  const o = e.object;
  return o?.name
    ? `${o.apiGroup}/${o.resource}/${o.namespace ?? ''}/${o.name}`
    : undefined;
}
