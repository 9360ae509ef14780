import type { OwnerReference } from '../../clusters/objectMetadata';
import type { ObjectIdentity } from '../ObjectResolution';
import {
  type IndexedObject,
  objectKeyText,
  type OwnerIndexStore,
} from '../ownerIndex';
import { possibleWorkloads } from './generatedName';
import type { Lineage, LineageObject } from './Lineage';

/** Owners of owners: Pod, Job, CronJob and whatever an operator puts on top. */
const MAX_OWNERS = 8;

/** A lineage that is still being followed upwards. */
interface Trace {
  lineage: Lineage;
  /** The owner to look for next. */
  next?: OwnerReference;
}

/** Finds the owners of many objects with one look-up per generation. */
export class LineageReader {
  readonly #index: OwnerIndexStore;

  constructor(index: OwnerIndexStore) {
    this.#index = index;
  }

  /** @returns one lineage per object, in order */
  async read(objects: ObjectIdentity[]): Promise<Lineage[]> {
    const taught = taughtByBatch(objects);
    const indexed = await this.#indexed(objects);
    const traces = objects.map(object =>
      startTrace(
        object,
        taught.get(keyOf(object) ?? '') ?? indexed.get(keyOf(object) ?? ''),
      ),
    );
    const learned = [...taught.values()];
    await this.#follow(traces, learned);
    const guessed = await this.#followNames(traces);
    await this.#follow(guessed, learned);
    return traces.map(({ lineage }) => lineage);
  }

  async #indexed(
    objects: ObjectIdentity[],
  ): Promise<Map<string, IndexedObject>> {
    const keys = new Map(
      objects.flatMap(object => {
        const key = keyOf(object);
        return key === undefined || object.name === undefined
          ? []
          : [
              [
                key,
                { ...object, name: object.name, namespace: placeOf(object) },
              ] as const,
            ];
      }),
    );
    const found = await this.#index.get([...keys.values()]);
    return new Map(found.map(object => [objectKeyText(object), object]));
  }

  /** Goes up one generation of all lineages at a time. */
  async #follow(traces: Trace[], taught: IndexedObject[]): Promise<void> {
    for (let generation = 0; generation < MAX_OWNERS; generation += 1) {
      const open = traces.filter(({ next }) => next !== undefined);
      if (open.length === 0) {
        return;
      }
      const owners = await this.#owners(open, taught);
      for (const trace of open) {
        climb(trace, owners(trace));
      }
    }
  }

  /** By uid, or by kind and name where the owner has been made anew since. */
  async #owners(
    open: Trace[],
    taught: IndexedObject[],
  ): Promise<(trace: Trace) => IndexedObject | undefined> {
    const references = open.flatMap(({ lineage, next }) =>
      next ? [{ cluster: lineage.object.cluster, uid: next.uid }] : [],
    );
    const byUid = new Map(
      [...(await this.#index.getByUid(references)), ...taught].map(object => [
        uidKey(object.cluster, object.uid),
        object,
      ]),
    );
    const missing = open.filter(
      ({ lineage, next }) =>
        next && !byUid.has(uidKey(lineage.object.cluster, next.uid)),
    );
    const byKind = new Map(
      (await this.#index.getByKind(missing.flatMap(ownerKeysOf))).map(
        object => [kindKey(object), object],
      ),
    );
    return trace =>
      trace.next &&
      (byUid.get(uidKey(trace.lineage.object.cluster, trace.next.uid)) ??
        ownerKeysOf(trace)
          .map(key => byKind.get(kindKey(key)))
          .find(owner => owner !== undefined));
  }

  /** Where a chain ends at an object that nothing is known of, its name may tell the workload. */
  async #followNames(traces: Trace[]): Promise<Trace[]> {
    const ends = traces.flatMap(trace => {
      const end = trace.lineage.owners.at(-1) ?? trace.lineage.object;
      const isKnown =
        trace.lineage.owners.length === 0
          ? trace.lineage.known
          : Object.keys(end.labels).length > 0;
      return isKnown ? [] : [{ trace, end, guesses: guessesFor(end) }];
    });
    const found = new Map(
      (await this.#index.get(ends.flatMap(({ guesses }) => guesses))).map(
        object => [objectKeyText(object), object],
      ),
    );
    return ends.flatMap(({ trace, end, guesses }) => {
      const [owner] = guesses.flatMap(
        guess => found.get(objectKeyText(guess)) ?? [],
      );
      if (!owner) {
        return [];
      }
      trace.lineage.guess = { name: end.name ?? '', owner };
      climb(trace, owner);
      return [trace];
    });
  }
}

function startTrace(
  identity: ObjectIdentity,
  known: IndexedObject | undefined,
): Trace {
  const owners = identity.ownerReferences ?? known?.owners ?? [];
  return {
    lineage: {
      object: {
        cluster: identity.cluster,
        apiGroup: identity.apiGroup,
        resource: identity.resource,
        kind: identity.kind ?? known?.kind,
        namespace: identity.namespace,
        name: identity.name,
        labels: identity.labels ?? known?.labels ?? {},
        annotations: identity.annotations ?? known?.annotations ?? {},
      },
      owners: [],
      known:
        known !== undefined ||
        identity.labels !== undefined ||
        identity.ownerReferences !== undefined,
    },
    next: controllerOf(owners),
  };
}

/** Adds the owner, or the reference to it when nothing more is known, and turns to the owner's own. */
function climb(trace: Trace, owner: IndexedObject | undefined): void {
  const { lineage, next } = trace;
  if (owner) {
    const isLoop = lineage.owners.some(
      seen => seen.kind === owner.kind && seen.name === owner.name,
    );
    trace.next = isLoop ? undefined : controllerOf(owner.owners);
    if (!isLoop) {
      lineage.owners.push(owner);
    }
  } else if (next) {
    lineage.owners.push(referencedOwner(lineage.object, next));
    trace.next = undefined;
  }
}

function referencedOwner(
  object: LineageObject,
  { apiVersion, kind, name }: OwnerReference,
): LineageObject {
  return {
    cluster: object.cluster,
    apiGroup: groupOf(apiVersion),
    // The one kind of owner whose own name is generated.
    resource: kind === 'ReplicaSet' ? 'replicasets' : undefined,
    kind,
    namespace: object.namespace,
    name,
    labels: {},
    annotations: {},
  };
}

/** What the bodies in this batch tell: an exec may stand beside the creation of its pod. */
function taughtByBatch(objects: ObjectIdentity[]): Map<string, IndexedObject> {
  const taught = new Map<string, IndexedObject>();
  for (const object of objects) {
    const key = keyOf(object);
    const { name, uid, labels, ownerReferences } = object;
    if (key && name && labels && ownerReferences) {
      taught.set(key, {
        cluster: object.cluster,
        apiGroup: object.apiGroup,
        resource: object.resource,
        kind: object.kind ?? object.resource,
        namespace: placeOf(object),
        name,
        uid: uid ?? '',
        labels,
        annotations: object.annotations ?? {},
        owners: ownerReferences,
      });
    }
  }
  return taught;
}

function guessesFor(object: LineageObject) {
  const { cluster, apiGroup, resource, namespace, name } = object;
  return resource === undefined || name === undefined
    ? []
    : possibleWorkloads({ apiGroup, resource }, name).map(guess => ({
        ...guess,
        cluster,
        namespace,
      }));
}

/** An owner lies in the namespace of its object, or in none. */
function ownerKeysOf({ lineage, next }: Trace) {
  if (!next) {
    return [];
  }
  const { cluster, namespace } = lineage.object;
  const key = {
    cluster,
    apiGroup: groupOf(next.apiVersion),
    kind: next.kind,
    name: next.name,
  };
  return namespace === undefined ? [key] : [{ ...key, namespace }, key];
}

function controllerOf(owners: OwnerReference[]): OwnerReference | undefined {
  return owners.find(({ controller }) => controller) ?? owners[0];
}

function keyOf(object: ObjectIdentity): string | undefined {
  return object.name === undefined
    ? undefined
    : objectKeyText({
        ...object,
        name: object.name,
        namespace: placeOf(object),
      });
}

/** Audit events name a Namespace as lying within itself. */
function placeOf(object: ObjectIdentity): string | undefined {
  return object.resource === 'namespaces' && object.apiGroup === ''
    ? undefined
    : object.namespace;
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

function uidKey(cluster: string, uid: string): string {
  return `${cluster}\n${uid}`;
}

function kindKey(key: {
  cluster: string;
  apiGroup: string;
  kind: string;
  namespace?: string;
  name: string;
}): string {
  const { cluster, apiGroup, kind, namespace = '', name } = key;
  return JSON.stringify([cluster, apiGroup, kind, namespace, name]);
}
