import { HONOURED_ANNOTATIONS } from '@plumbline/backstage-plugin-plumbline-common';
import type { IndexedObject, OwnerIndexStore } from '../ownerIndex';
import type { PlumblineEntities } from '../PlumblineEntity';
import { deliveriesOf } from '../resolution/deliveryTools';
import { EntityDirectory } from '../resolution/EntityDirectory';

/** Name of an object of Flux that delivers others. */
export interface FluxController {
  cluster: string;
  kind: 'Kustomization' | 'HelmRelease';
  namespace: string;
  name: string;
}

/** An object of Flux that delivers objects of an entity. */
export interface FluxDelivery {
  controller: FluxController;
  /** Of how many entities it delivers objects. */
  entities: number;
}

/** The labels of Flux on all objects are read again that often, milliseconds. */
const FRESH = 30_000;
/** An object that exists was seen within that time, milliseconds; others are remembered much longer. */
const SEEN_WITHIN = 8 * 3_600_000;
/** Part of every label by which Flux marks what it delivers. */
const FLUX_LABELS = [
  'kustomize.toolkit.fluxcd.io/name',
  'helm.toolkit.fluxcd.io/name',
];

/** Knows from the labels of objects which Kustomizations and HelmReleases deliver an entity. */
export class FluxDeliveries {
  readonly #index: Pick<OwnerIndexStore, 'labelled'>;
  readonly #entities: Pick<PlumblineEntities, 'list'>;
  readonly #now: () => number;
  #known?: { until: number; deliveries: Promise<Map<string, FluxDelivery[]>> };

  constructor(options: {
    index: Pick<OwnerIndexStore, 'labelled'>;
    entities: Pick<PlumblineEntities, 'list'>;
    now?: () => number;
  }) {
    this.#index = options.index;
    this.#entities = options.entities;
    this.#now = options.now ?? Date.now;
  }

  /** Empty when Flux delivers none of the entity's objects, as far as they have been seen. */
  async of(entityRef: string): Promise<FluxDelivery[]> {
    if (!this.#known || this.#known.until <= this.#now()) {
      const deliveries = this.#read();
      this.#known = { until: this.#now() + FRESH, deliveries };
      deliveries.catch(() => {
        this.#known = undefined;
      });
    }
    return (await this.#known.deliveries).get(entityRef) ?? [];
  }

  async #read(): Promise<Map<string, FluxDelivery[]>> {
    const objects = await this.#index.labelled(
      FLUX_LABELS,
      this.#now() - SEEN_WITHIN,
    );
    const directory = new EntityDirectory(
      objects.length === 0 ? [] : await this.#entities.list(),
    );
    return deliveriesByEntity(objects, directory);
  }
}

/** Whose objects each controller's object delivers, by the entities' own labels and selectors. */
export function deliveriesByEntity(
  objects: readonly IndexedObject[],
  directory: EntityDirectory,
): Map<string, FluxDelivery[]> {
  const entitiesOf = new Map<
    string,
    { controller: FluxController; refs: Set<string> }
  >();
  for (const object of objects) {
    const controller = controllerOf(object);
    const owners = controller ? ownersOf(object, directory) : [];
    if (controller && owners.length > 0) {
      const key = JSON.stringify(controller);
      const known = entitiesOf.get(key) ?? { controller, refs: new Set() };
      owners.forEach(owner => known.refs.add(owner));
      entitiesOf.set(key, known);
    }
  }
  const deliveries = new Map<string, FluxDelivery[]>();
  for (const { controller, refs } of entitiesOf.values()) {
    for (const ref of refs) {
      const own = deliveries.get(ref) ?? [];
      deliveries.set(ref, [...own, { controller, entities: refs.size }]);
    }
  }
  return deliveries;
}

/** The object by which Flux delivers another; objects of Flux itself are set up by others of them, which says nothing. */
function controllerOf(object: IndexedObject): FluxController | undefined {
  if (object.apiGroup.endsWith('.toolkit.fluxcd.io')) {
    return undefined;
  }
  for (const { kind, key } of deliveriesOf({
    object,
    owners: [],
    known: true,
  })) {
    if (kind === 'Kustomization' || kind === 'HelmRelease') {
      const { cluster, namespace = '', name } = key;
      return { cluster, kind, namespace, name };
    }
  }
  return undefined;
}

function ownersOf(object: IndexedObject, directory: EntityDirectory): string[] {
  const place = { cluster: object.cluster, namespace: object.namespace };
  const id = object.labels[HONOURED_ANNOTATIONS.kubernetesId];
  const labelled =
    id === undefined ? [] : directory.withKubernetesId(id, place);
  return labelled.length > 0
    ? labelled
    : directory
        .selecting(object.labels, place)
        .map(({ entityRef }) => entityRef);
}
