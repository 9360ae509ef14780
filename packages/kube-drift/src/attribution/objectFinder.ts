import { ObjectIdentity } from '../identity/ref';
import { groupOf } from '../schema/registry';
import { own } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

/** Finds the object that a `ref` of a comparison stands for. */
export class ObjectFinder {
  readonly #byName = new Map<string, KubeObject[]>();

  constructor(objects: readonly KubeObject[]) {
    for (const object of objects) {
      const key = keyOf(
        object.apiVersion,
        object.kind,
        String(own(object.metadata, 'name')),
      );
      const known = this.#byName.get(key);
      if (known) {
        known.push(object);
      } else {
        this.#byName.set(key, [object]);
      }
    }
  }

  /** In the wanted namespace, else the last that names none. */
  find({
    apiVersion,
    kind,
    namespace,
    name,
  }: ObjectIdentity): KubeObject | undefined {
    const candidates = this.#byName.get(keyOf(apiVersion, kind, name)) ?? [];
    return (
      candidates.findLast(
        ({ metadata }) => own(metadata, 'namespace') === namespace,
      ) ??
      candidates.findLast(
        ({ metadata }) => own(metadata, 'namespace') === undefined,
      ) ??
      (namespace === undefined ? candidates.at(-1) : undefined)
    );
  }
}

function keyOf(apiVersion: string, kind: string, name: string): string {
  return `${groupOf(apiVersion)}\u0000${kind}\u0000${name}`;
}
