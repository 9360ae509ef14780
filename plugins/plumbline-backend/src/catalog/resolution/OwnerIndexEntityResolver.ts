import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterRegistry,
  EntityLocator,
} from '@plumbline/backstage-plugin-plumbline-node';
import { isClaimable } from '../claims';
import type { DeclaredObjects } from '../DeclaredObjects';
import type { EntityResolver } from '../EntityResolver';
import type { ObjectIdentity, ObjectResolution } from '../ObjectResolution';
import {
  type IndexedObject,
  objectKeyText,
  type OwnerIndexStore,
} from '../ownerIndex';
import type { PlumblineEntities, PlumblineEntity } from '../PlumblineEntity';
import { deliveriesOf } from './deliveryTools';
import { EntityDirectory, type ObjectPlace } from './EntityDirectory';
import type { Lineage } from './Lineage';
import { askLocators } from './askLocators';
import { LineageReader } from './LineageReader';
import { resolveLineage } from './resolveLineage';

/** Finds entities by what the owner index, the catalog and the manifests say of an object. */
export class OwnerIndexEntityResolver implements EntityResolver {
  readonly #entities: PlumblineEntities;
  readonly #clusters: ClusterRegistry;
  readonly #index: OwnerIndexStore;
  readonly #lineages: LineageReader;
  readonly #declaredObjects?: DeclaredObjects;
  readonly #locators: readonly EntityLocator[];
  readonly #logger: LoggerService;
  #directory?: { of: PlumblineEntity[]; directory: EntityDirectory };

  constructor(options: {
    entities: PlumblineEntities;
    clusters: ClusterRegistry;
    index: OwnerIndexStore;
    declaredObjects?: DeclaredObjects;
    /** Asked, in order, for what the steps of our own leave over. */
    locators?: readonly EntityLocator[];
    logger: LoggerService;
  }) {
    this.#entities = options.entities;
    this.#clusters = options.clusters;
    this.#index = options.index;
    this.#lineages = new LineageReader(options.index);
    this.#declaredObjects = options.declaredObjects;
    this.#locators = options.locators ?? [];
    this.#logger = options.logger;
  }

  async resolve(objects: ObjectIdentity[]): Promise<ObjectResolution[]> {
    if (objects.length === 0) {
      return [];
    }
    const directory = await this.#currentDirectory();
    if (!directory) {
      return objects.map(() => ({
        candidates: [],
        step: 'none',
        reason: 'the catalog did not answer when the event came',
      }));
    }
    const lineages = await this.#lineages.read(objects);
    const [deliverers, declaredBy, mayClaim] = await Promise.all([
      this.#deliverers(lineages),
      this.#declaring(lineages),
      this.#claims(),
    ]);
    const resolutions = lineages.map((lineage, index) =>
      resolveLineage({
        lineage,
        directory,
        declaredBy: declaredBy[index],
        deliverers,
        mayClaim,
      }),
    );
    return askLocators(this.#locators, lineages, resolutions, this.#logger);
  }

  /** An event is worth more than knowing whose it is: it is kept even while the catalog is down. */
  async #currentDirectory(): Promise<EntityDirectory | undefined> {
    let entities: PlumblineEntity[];
    try {
      entities = await this.#entities.list();
    } catch (error) {
      this.#logger.warn(
        'Objects are resolved to no entity, since the catalog does not answer',
        error instanceof Error ? error : undefined,
      );
      return undefined;
    }
    if (this.#directory?.of !== entities) {
      const directory = new EntityDirectory(entities);
      this.#directory = { of: entities, directory };
      for (const { entityRef, reason } of directory.unreadable) {
        this.#logger.warn(
          `The label selector of ${entityRef} cannot be read: ${reason}`,
        );
      }
    }
    return this.#directory.directory;
  }

  async #deliverers(lineages: Lineage[]): Promise<Map<string, IndexedObject>> {
    const keys = new Map(
      lineages
        .flatMap(deliveriesOf)
        .map(({ key }) => [objectKeyText(key), key]),
    );
    const found = await this.#index.get([...keys.values()]);
    return new Map(found.map(object => [objectKeyText(object), object]));
  }

  /** For each lineage who declares the object, then who declares each owner. */
  async #declaring(lineages: Lineage[]): Promise<string[][][]> {
    const generations = lineages.map(({ object, owners }) => [
      object,
      ...owners,
    ]);
    if (!this.#declaredObjects) {
      return generations.map(() => []);
    }
    const named = generations
      .flat()
      .flatMap(object =>
        object.name !== undefined && object.resource !== undefined
          ? [{ ...object, resource: object.resource, name: object.name }]
          : [],
      );
    const asked = new Map(named.map(object => [objectKeyText(object), object]));
    const answers = await this.#declaredObjects.entitiesDeclaring(
      [...asked.values()].map(
        ({ cluster, apiGroup, resource, kind, namespace, name }) => ({
          cluster,
          apiGroup,
          resource,
          kind,
          namespace,
          name,
        }),
      ),
    );
    const byKey = new Map(
      [...asked.keys()].map((key, index) => [key, answers[index] ?? []]),
    );
    return generations.map(objects =>
      objects.map(
        ({ resource = '', name = '', ...rest }) =>
          byKey.get(objectKeyText({ ...rest, resource, name })) ?? [],
      ),
    );
  }

  async #claims(): Promise<(place: ObjectPlace) => boolean> {
    const clusters = await this.#clusters.list();
    const claimable = new Map(
      clusters.map(({ name, claimableNamespaces }) => [
        name,
        claimableNamespaces,
      ]),
    );
    return ({ cluster, namespace }) =>
      isClaimable(claimable.get(cluster) ?? [], namespace);
  }
}
