import type {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import { actorRevealPermission } from '@plumbline/backstage-plugin-plumbline-common';
import { pseudonymOf, replaceNames } from './pseudonyms';
import type { ReaderView, ReaderViews } from './ReaderView';

/** The catalog answers at most this many refs at a time without straining its own request limit. */
const REFS_PER_REQUEST = 500;

class CatalogReaderView implements ReaderView {
  readonly #catalog: CatalogService;
  readonly #pseudonymKey: string;
  readonly #known = new Map<string, boolean>();

  constructor(
    readonly credentials: BackstageCredentials<BackstageUserPrincipal>,
    readonly revealsActors: boolean,
    catalog: CatalogService,
    pseudonymKey: string,
  ) {
    this.#catalog = catalog;
    this.#pseudonymKey = pseudonymKey;
  }

  async visible(entityRefs: Iterable<string>): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    const asked = refs.filter(ref => !this.#known.has(ref));
    for (let start = 0; start < asked.length; start += REFS_PER_REQUEST) {
      const chunk = asked.slice(start, start + REFS_PER_REQUEST);
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: chunk, fields: ['kind'] },
        { credentials: this.credentials },
      );
      chunk.forEach((ref, index) =>
        this.#known.set(ref, items[index] !== undefined),
      );
    }
    return new Set(refs.filter(ref => this.#known.get(ref)));
  }

  async assertVisible(entityRef: string): Promise<void> {
    const visible = await this.visible([entityRef]);
    if (!visible.has(entityRef)) {
      throw new NotFoundError(`There is no entity ${entityRef}`);
    }
  }

  hidePeople<T>(value: T, names: Iterable<string>): T {
    if (this.revealsActors) {
      return value;
    }
    return replaceNames(value, names, name =>
      pseudonymOf(name, this.#pseudonymKey),
    );
  }
}

/** Views that follow the catalog: who may see an entity may see what we know of it. */
export class CatalogReaderViews implements ReaderViews {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #auditor: AuditorService;
  readonly #pseudonymKey: string;

  constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    auditor: AuditorService;
    pseudonymKey: string;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#auditor = options.auditor;
    this.#pseudonymKey = options.pseudonymKey;
  }

  async of(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    permission: BasicPermission,
  ): Promise<ReaderView> {
    const [decision, reveal] = await this.#permissions.authorize(
      [{ permission }, { permission: actorRevealPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`You need the permission ${permission.name}`);
    }
    const revealsActors = reveal.result === AuthorizeResult.ALLOW;
    if (revealsActors) {
      const event = await this.#auditor.createEvent({
        eventId: 'actor-reveal',
        severityLevel: 'low',
        meta: {
          user: credentials.principal.userEntityRef,
          permission: permission.name,
        },
      });
      await event.success();
    }
    return new CatalogReaderView(
      credentials,
      revealsActors,
      this.#catalog,
      this.#pseudonymKey,
    );
  }
}
