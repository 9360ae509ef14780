import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  HONOURED_ANNOTATIONS,
  MANIFESTS_ANNOTATION,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { PlumblineEntities, PlumblineEntity } from '../PlumblineEntity';

const LIFETIME = 30_000;
/** An empty catalog is most often one that is still being filled. */
const LIFETIME_OF_NONE = 2_000;
const PAGE_SIZE = 500;

const { sourceLocation: _everyEntityHasOne, ...RUNTIME_ANNOTATIONS } =
  HONOURED_ANNOTATIONS;

const FILTER = [
  { kind: 'component' },
  ...[MANIFESTS_ANNOTATION, ...Object.values(RUNTIME_ANNOTATIONS)].map(
    annotation => ({
      [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
    }),
  ),
];

const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec', 'relations'];

/** Reads the catalog with the backend's own credentials; readers' views are filtered elsewhere. */
export class CatalogPlumblineEntities implements PlumblineEntities {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  #latest?: PlumblineEntity[];
  #reading?: { until: number; entities: Promise<PlumblineEntity[]> };

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /**
   * Read anew every 30 s at most. While the catalog does not answer, the entities that it gave last.
   *
   * @throws whatever the catalog says, when it has never answered
   */
  async list(): Promise<PlumblineEntity[]> {
    if (!this.#reading || this.#reading.until < Date.now()) {
      this.#reading = {
        until: Date.now() + LIFETIME,
        entities: this.#readOrLatest(),
      };
    }
    const reading = this.#reading;
    const { entities } = reading;
    try {
      const read = await entities;
      if (read.length === 0) {
        reading.until = Math.min(reading.until, Date.now() + LIFETIME_OF_NONE);
      }
      return read;
    } catch (error) {
      if (this.#reading.entities === entities) {
        this.#reading = undefined;
      }
      throw error;
    }
  }

  async get(entityRef: string): Promise<PlumblineEntity | undefined> {
    const wanted = entityRef.toLocaleLowerCase('en-US');
    const entities = await this.list();
    const known = entities.find(entity => entity.entityRef === wanted);
    if (known) {
      return known;
    }
    const entity = await this.#catalog.getEntityByRef(wanted, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return entity && toPlumblineEntity(entity);
  }

  async #readOrLatest(): Promise<PlumblineEntity[]> {
    try {
      this.#latest = await this.#read();
      return this.#latest;
    } catch (error) {
      if (!this.#latest) {
        throw error;
      }
      this.#logger.warn(
        'The catalog does not answer; entities are those it gave last',
        error instanceof Error ? error : undefined,
      );
      return this.#latest;
    }
  }

  async #read(): Promise<PlumblineEntity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entities: PlumblineEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, fields: FIELDS, limit: PAGE_SIZE }
          : { filter: FILTER, fields: FIELDS, limit: PAGE_SIZE },
        { credentials },
      );
      entities.push(...page.items.map(toPlumblineEntity));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return entities;
  }
}

function toPlumblineEntity(entity: Entity): PlumblineEntity {
  return {
    entityRef: stringifyEntityRef(entity),
    entity,
    owner: entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
      ?.targetRef,
    system: entity.relations?.find(
      ({ type, targetRef }) =>
        type === RELATION_PART_OF &&
        parseEntityRef(targetRef).kind.toLocaleLowerCase('en-US') === 'system',
    )?.targetRef,
  };
}
