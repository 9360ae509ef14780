import { randomUUID } from 'node:crypto';
import { KubernetesObject } from './KubernetesObject';
import { ResourceType, apiVersionOf } from './ResourceType';

/**
 * One change of one object, as a watch tells it.
 *
 * @internal
 */
export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubernetesObject;
  resourceType: ResourceType;
  /** The resource version this change made. */
  revision: number;
}

/**
 * The objects of an {@link ApiServerDouble} with their changes: etcd in small.
 *
 * @internal
 */
export class ObjectHistory {
  readonly #types: readonly ResourceType[];
  readonly #objects = new Map<string, KubernetesObject>();
  readonly #listeners = new Set<(change: Change) => void>();
  #changes: Change[] = [];
  #revision = 1;
  #compacted = 0;

  constructor(types: readonly ResourceType[]) {
    this.#types = types;
  }

  /** The newest resource version. */
  get revision(): number {
    return this.#revision;
  }

  /** Changes up to this revision are forgotten: a watch from before it is answered 410. */
  get compactedRevision(): number {
    return this.#compacted;
  }

  /** Stores an object and returns it as stored, with `uid` and `resourceVersion`. */
  put(object: KubernetesObject): KubernetesObject {
    const resourceType = this.#typeOf(object);
    const key = this.#key(resourceType, object.metadata);
    const before = this.#objects.get(key);
    this.#revision += 1;
    const stored: KubernetesObject = {
      ...object,
      metadata: {
        ...object.metadata,
        uid: object.metadata.uid ?? before?.metadata.uid ?? randomUUID(),
        resourceVersion: String(this.#revision),
      },
    };
    this.#objects.set(key, stored);
    this.#tell({
      type: before ? 'MODIFIED' : 'ADDED',
      object: stored,
      resourceType,
      revision: this.#revision,
    });
    return stored;
  }

  /** Removes an object; returns whether it was there. */
  remove(object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>) {
    const resourceType = this.#typeOf(object);
    const key = this.#key(resourceType, object.metadata);
    const before = this.#objects.get(key);
    if (!before) {
      return false;
    }
    this.#objects.delete(key);
    this.#revision += 1;
    this.#tell({
      type: 'DELETED',
      object: {
        ...before,
        metadata: {
          ...before.metadata,
          resourceVersion: String(this.#revision),
        },
      },
      resourceType,
      revision: this.#revision,
    });
    return true;
  }

  /** One object, or `undefined`. */
  get(
    type: ResourceType,
    name: string,
    namespace?: string,
  ): KubernetesObject | undefined {
    return this.#objects.get(this.#key(type, { name, namespace }));
  }

  /** All objects of a type, of one namespace where given, in the order of their keys as etcd lists them. */
  list(type: ResourceType, namespace?: string): KubernetesObject[] {
    const prefix = `${apiVersionOf(type)}/${type.plural}/${
      namespace === undefined ? '' : `${namespace}/`
    }`;
    return [...this.#objects]
      .filter(([key]) => key.startsWith(prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
  }

  /** Changes after a revision, oldest first. */
  changesAfter(revision: number): Change[] {
    return this.#changes.filter(change => change.revision > revision);
  }

  /** Forgets all changes so far, as etcd's compaction does. */
  compact(): void {
    this.#compacted = this.#revision;
    this.#changes = [];
  }

  /** Calls the listener for each further change; returns how to stop. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(change: Change): void {
    this.#changes.push(change);
    for (const listener of this.#listeners) {
      listener(change);
    }
  }

  #typeOf(object: Pick<KubernetesObject, 'apiVersion' | 'kind'>) {
    const type = this.#types.find(
      candidate =>
        candidate.kind === object.kind &&
        apiVersionOf(candidate) === object.apiVersion,
    );
    if (!type) {
      throw new RangeError(
        `the double does not serve ${object.apiVersion} ${object.kind}: name it in "resources"`,
      );
    }
    return type;
  }

  #key(type: ResourceType, metadata: { name: string; namespace?: string }) {
    const scope = type.namespaced ? `${metadata.namespace ?? 'default'}/` : '';
    return `${apiVersionOf(type)}/${type.plural}/${scope}${metadata.name}`;
  }
}
