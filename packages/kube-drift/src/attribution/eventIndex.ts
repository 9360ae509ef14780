import type { NormalizedEvent } from '@plumbline/kube-audit';
import { ObjectIdentity } from '../identity/ref';
import { groupOf, SchemaRegistry } from '../schema/registry';
import { isList, own, ownAt } from '../values/json';
import { EntryKind, TimelineEntry } from './TimelineEntry';
import { inOrder } from './timelineOrder';

const WRITES = new Set(['create', 'update', 'patch']);
const DELETES = new Set(['delete', 'deletecollection']);
const READS = new Set(['get']);

/** Subresources through which the object itself is written. */
const WRITING_SUBRESOURCES = new Set([
  'scale',
  'ephemeralcontainers',
  'resize',
]);

/** Audit events by the object that they are about, in the order of time. */
export class EventIndex {
  readonly #byObject = new Map<string, TimelineEntry[]>();
  readonly #registry: SchemaRegistry;

  constructor(events: readonly NormalizedEvent[], registry: SchemaRegistry) {
    this.#registry = registry;
    const seen = new Set<string>();
    const ordered = [...events].sort((a, b) => a.timeMicros - b.timeMicros);
    for (const event of ordered) {
      const kind = kindOf(event);
      // The same event may have come through a webhook and through a file.
      const id = `${event.auditID}\u0000${event.stage}\u0000${event.timeMicros}`;
      if (kind && !seen.has(id)) {
        seen.add(id);
        this.#add(event, kind);
      }
    }
  }

  /** Everything that was done to one object, oldest first. */
  timeline(identity: ObjectIdentity): TimelineEntry[] {
    const entries = resourcesOf(identity, this.#registry).flatMap(resource => {
      const place = [groupOf(identity.apiVersion), resource];
      const namespace = identity.namespace ?? '';
      return [
        ...this.#of(...place, namespace, identity.name),
        ...this.#of(...place, namespace, '').filter(entry =>
          mayConcern(entry.event, identity.name),
        ),
      ];
    });
    return inOrder(entries);
  }

  #of(...key: string[]): TimelineEntry[] {
    return this.#byObject.get(key.join('\u0000')) ?? [];
  }

  #add(event: NormalizedEvent, kind: EntryKind): void {
    const { object } = event;
    if (!object) {
      return;
    }
    const key = [
      object.apiGroup,
      object.resource,
      // A Namespace's own requests name it as their namespace, too.
      object.resource === 'namespaces' ? '' : object.namespace ?? '',
      object.name ?? '',
    ].join('\u0000');
    const entries = this.#byObject.get(key);
    if (entries) {
      entries.push({ event, kind });
    } else {
      this.#byObject.set(key, [{ event, kind }]);
    }
  }
}

/** `undefined` for what changed nothing: refused, tried out, started. */
function kindOf(event: NormalizedEvent): EntryKind | undefined {
  if (
    event.stage !== 'ResponseComplete' ||
    event.outcome !== 'success' ||
    event.dryRun === true
  ) {
    return undefined;
  }
  const subresource = event.object?.subresource;
  if (subresource === 'status') {
    return 'observation'; // it shows the object and leaves its spec alone
  }
  if (subresource === 'eviction') {
    return event.verb === 'create' ? 'delete' : undefined;
  }
  if (subresource !== undefined && !WRITING_SUBRESOURCES.has(subresource)) {
    return undefined;
  }
  if (WRITES.has(event.verb)) {
    return 'write';
  }
  if (DELETES.has(event.verb)) {
    return 'delete';
  }
  return READS.has(event.verb) && !subresource ? 'observation' : undefined;
}

/**
 * A request without a name is about the object when its answer lists it, or
 * when no answer was recorded and it may have been about anything.
 */
function mayConcern(event: NormalizedEvent, name: string): boolean {
  const response = event.event.responseObject;
  if (event.verb === 'deletecollection') {
    const items = own(response, 'items');
    return isList(items)
      ? items.some(item => ownAt(item, 'metadata', 'name') === name)
      : true;
  }
  return ownAt(response, 'metadata', 'name') === name;
}

/** The plural of a kind: from the schema, else by the rules of English. */
function resourcesOf(
  { apiVersion, kind }: ObjectIdentity,
  registry: SchemaRegistry,
): string[] {
  const known = registry.about(apiVersion, kind)?.resource;
  if (known) {
    return [known];
  }
  const word = kind.toLowerCase();
  return [
    `${word}s`,
    `${word}es`,
    word,
    ...(word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : []),
  ];
}
