import type { NormalizedEvent } from '../event/NormalizedEvent';
import { isObject, stringAt } from '../event/json';
import { parseRequestUri } from '../event/requestUri';

const MINUTE = 60_000_000;

/**
 * What earlier events of the same call have shown: objects as they were,
 * deletes, audit IDs. It lives as long as the call.
 */
export class BatchHistory {
  readonly #objects = new Map<string, unknown>();
  readonly #deletes = new Set<string>();
  readonly #auditIDs = new Map<string, string>();
  readonly #reused = new Set<string>();
  readonly #nodeLists = new Map<string, { node: string; time: number }>();

  constructor(events: NormalizedEvent[]) {
    for (const e of events) {
      const request = `${e.verb} ${e.requestURI} ${e.user.username}`;
      const known = this.#auditIDs.get(e.auditID);
      if (known !== undefined && known !== request) {
        this.#reused.add(e.auditID);
      }
      this.#auditIDs.set(e.auditID, request);
    }
  }

  previous(e: NormalizedEvent): unknown {
    const key = objectKey(e);
    return key === undefined ? undefined : this.#objects.get(key);
  }

  deletedBefore(e: NormalizedEvent): boolean {
    return this.#deletes.has(`${e.effectiveUser} ${objectKey(e)}`);
  }

  isAuditIDReused(e: NormalizedEvent): boolean {
    return this.#reused.has(e.auditID);
  }

  /** The node whose pods this user listed in the last minute. */
  listedNode(e: NormalizedEvent): string | undefined {
    const list = this.#nodeLists.get(e.effectiveUser);
    return list && e.timeMicros - list.time <= MINUTE ? list.node : undefined;
  }

  /** Remembers what an event shows, after it was matched. */
  remember(e: NormalizedEvent): void {
    this.#rememberNodeList(e);
    const key = objectKey(e);
    if (key === undefined || e.outcome !== 'success' || e.dryRun === true) {
      return;
    }
    if (e.verb === 'delete') {
      this.#deletes.add(`${e.effectiveUser} ${key}`);
    }
    const shown = e.event.responseObject;
    if (
      isObject(shown) &&
      shown.kind !== 'Table' &&
      shown.kind !== 'Status' &&
      stringAt(shown, 'metadata', 'name') === e.object?.name &&
      (!e.object?.subresource || e.object.subresource === 'status')
    ) {
      this.#objects.set(key, shown);
    }
  }

  /** Only a drain asks for all pods of one node and for nothing else. */
  #rememberNodeList(e: NormalizedEvent): void {
    if (e.verb !== 'list' || e.object?.resource !== 'pods') {
      return;
    }
    const selector = parseRequestUri(e.requestURI).query.get('fieldSelector');
    const node = /^spec\.nodeName=([^,]+)$/.exec(selector ?? '')?.[1];
    if (node) {
      this.#nodeLists.set(e.effectiveUser, { node, time: e.timeMicros });
    }
  }
}

function objectKey(e: NormalizedEvent): string | undefined {
  const o = e.object;
  return o?.name
    ? `${o.apiGroup}/${o.resource}/${o.namespace ?? ''}/${o.name}`
    : undefined;
}
