import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { MANIFESTS_ANNOTATION } from '@plumbline/backstage-plugin-plumbline-common';
import { sortableId } from '../database/sortableId';
import type { PlumblineEntities, PlumblineEntity } from '../catalog';
import type { DriftTarget, EntityTargets, TargetResolver } from '../desired';
import type { DriftStore, TargetState } from './DriftStore';
import { reconcile } from './lifecycle/reconcile';
import type { TargetRecord } from './records';

/** Entities may be away from the catalog for that long, e.g. while a location is read anew. */
const MISSING_FOR = 3_600_000;

/** What keeping targets needs. */
export interface DriftTargetsOptions {
  store: DriftStore;
  entities: PlumblineEntities;
  resolver: TargetResolver;
  logger: Pick<LoggerService, 'warn' | 'error'>;
  /** How often targets are checked, milliseconds. */
  interval: number;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

/** Keeps the stored targets as the catalog's entities declare them. */
export class DriftTargets {
  readonly #options: DriftTargetsOptions;
  readonly #now: () => number;

  constructor(options: DriftTargetsOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** What an entity declares now, whether or not it is stored. */
  resolve(entity: PlumblineEntity): Promise<EntityTargets> {
    return this.#options.resolver.resolve(entity);
  }

  /** Stores what an entity declares. @returns its targets */
  async sync(entity: PlumblineEntity): Promise<TargetRecord[]> {
    const { store } = this.#options;
    await this.#save(entity, await this.resolve(entity));
    return store.listTargets({ entityRefs: [entity.entityRef] });
  }

  /** Stores what all entities declare. @returns all targets whose entities are there, or were when the catalog last said so */
  async syncAll(): Promise<TargetRecord[]> {
    const { store } = this.#options;
    const known = await this.#listEntities();
    if (!known) {
      const targets = await store.listTargets();
      return targets.filter(({ missingSince }) => missingSince === undefined);
    }
    const before = await store.listTargets();
    const hadTargets = new Set(before.map(({ entityRef }) => entityRef));
    for (const entity of known) {
      await this.#syncOne(entity, hadTargets.has(entity.entityRef));
    }
    const refs = new Set(known.map(({ entityRef }) => entityRef));
    const targets = await store.listTargets();
    const missing = targets.filter(({ entityRef }) => !refs.has(entityRef));
    const now = this.#now();
    await store.markMissing(
      missing.map(({ id }) => id),
      now,
    );
    await this.#end(
      missing.filter(
        ({ missingSince }) =>
          missingSince !== undefined && now - missingSince >= MISSING_FOR,
      ),
    );
    return targets.filter(({ entityRef }) => refs.has(entityRef));
  }

  /** @returns undefined when the catalog does not answer: clusters can be looked at all the same */
  async #listEntities(): Promise<PlumblineEntity[] | undefined> {
    const { entities, logger } = this.#options;
    try {
      return await entities.list();
    } catch (error) {
      logger.warn(
        `The catalog could not be read, so targets are those that were known: ${stringifyError(
          error,
        )}`,
      );
      return undefined;
    }
  }

  /** One entity must not keep the others from being looked at. */
  async #syncOne(entity: PlumblineEntity, hadTargets: boolean): Promise<void> {
    try {
      const resolved = await this.resolve(entity);
      if (resolved.kind === 'targets' || hadTargets) {
        await this.#save(entity, resolved);
      }
    } catch (error) {
      this.#options.logger.error(
        `The targets of ${
          entity.entityRef
        } could not be found out: ${stringifyError(error)}`,
      );
    }
  }

  async #save(
    { entityRef, entity }: PlumblineEntity,
    resolved: EntityTargets,
  ): Promise<void> {
    const { store } = this.#options;
    if (isUncertain(entity, resolved)) {
      const found = resolved.kind === 'targets' ? resolved.targets : [];
      await this.#keep(entityRef, found);
      return;
    }
    const declared = resolved.kind === 'targets' ? resolved.targets : [];
    const { removed } = await store.saveTargets(entityRef, declared);
    await this.#end(removed);
  }

  /** Where it is not known what is declared, nothing is said to be gone. */
  async #keep(entityRef: string, found: DriftTarget[]): Promise<void> {
    const { store } = this.#options;
    const known = await store.listTargets({ entityRefs: [entityRef] });
    const placed = found.filter(({ controller }) => controller);
    await store.saveTargets(entityRef, known.length === 0 ? found : placed);
  }

  /** Resolves the incidents of targets that nobody declares any more, then forgets the targets. */
  async #end(targets: TargetRecord[]): Promise<void> {
    const { store, interval } = this.#options;
    const now = this.#now();
    for (const { id } of targets) {
      await store.changeTarget(id, now, state =>
        reconcile(state, nothingDeclared(state), {
          begunAt: now,
          now,
          interval,
          // Nothing is rated and nobody blamed where nothing is declared.
          tier: 'production',
          managers: {},
          newId: () => sortableId(now),
        }),
      );
    }
    await store.removeTargets(targets.map(({ id }) => id));
  }
}

/**
 * Whether something else may be declared than what was found: it could not be looked everywhere, the annotation cannot be
 * understood, or it does not tell the cluster while the list of clusters is another one than before.
 */
function isUncertain({ metadata }: Entity, resolved: EntityTargets): boolean {
  return resolved.kind === 'targets'
    ? resolved.unread !== undefined || resolved.targets.some(isOnNoCluster)
    : metadata.annotations?.[MANIFESTS_ANNOTATION] !== undefined;
}

/** Its place is declared but for the cluster. */
function isOnNoCluster({ cluster, namespace }: DriftTarget): boolean {
  return cluster === '' && namespace !== '';
}

/** What a look sees of a target that declares nothing. */
function nothingDeclared({ target }: TargetState) {
  return {
    kind: 'compared' as const,
    commit: target.look?.commit ?? { sha: '' },
    renderedBy: target.look?.renderedBy ?? ('plain' as const),
    objects: [],
    notes: [],
    isComplete: true,
    auditCoverage: target.look?.auditCoverage ?? '',
  };
}
