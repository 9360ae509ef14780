import type { CoveragePage } from '@plumbline/backstage-plugin-plumbline-common';
import { decodeCursor, encodeCursor } from '../../database/keysetCursor';
import type { PlumblineEntities } from '../../catalog';
import type { ReaderView } from '../../permissions';
import type { Feeds } from '../feeds';
import { type CoverageItem, coverageOf } from './coverageOf';
import type { CoverageTargets } from '../../drift/CoverageTargets';

/** Answers which entities are set up, and at which step the others stop. */
export class Coverage {
  readonly #entities: PlumblineEntities;
  readonly #targets: CoverageTargets;
  readonly #feeds: Feeds;

  constructor(options: {
    entities: PlumblineEntities;
    targets: CoverageTargets;
    feeds: Feeds;
  }) {
    this.#entities = options.entities;
    this.#targets = options.targets;
    this.#feeds = options.feeds;
  }

  /**
   * A page of the entities that the reader may see, ordered by ref; the counts are of all of them.
   *
   * @throws InputError for a cursor that is none
   */
  async page(
    view: ReaderView,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<CoveragePage> {
    const after = decodeCursor(cursor, ['string'])?.[0];
    const items = await this.#items(view);
    const rest =
      after === undefined
        ? items
        : items.filter(({ entityRef }) => entityRef > after);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page,
      counts: countsOf(items),
      nextCursor:
        last && rest.length > limit
          ? encodeCursor([last.entityRef])
          : undefined,
    };
  }

  async #items(view: ReaderView): Promise<CoverageItem[]> {
    const [all, feeds] = await Promise.all([
      this.#entities.list(),
      this.#feeds.list(),
    ]);
    const visible = await view.visible(all.map(({ entityRef }) => entityRef));
    const targets = await this.#targets.ofEntities([...visible]);
    return all
      .filter(({ entityRef }) => visible.has(entityRef))
      .map(entity =>
        coverageOf({
          entity,
          targets: targets.get(entity.entityRef) ?? [],
          feeds,
        }),
      )
      .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  }
}

function countsOf(items: CoverageItem[]): CoveragePage['counts'] {
  const count = (state: CoverageItem['state']) =>
    items.filter(item => item.state === state).length;
  return {
    total: items.length,
    covered: count('covered'),
    needsSetUp: count('needs-set-up'),
    unobservable: count('unobservable'),
  };
}
