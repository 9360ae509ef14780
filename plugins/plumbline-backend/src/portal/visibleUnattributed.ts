import type { UnattributedPage } from '@plumbline/backstage-plugin-plumbline-common';
import type { UnattributedObjects } from '../audit';
import type { ReaderView } from '../permissions';

/** Objects of no entity as a reader may see them: of the candidates only those that are visible. */
export async function visibleUnattributed(
  { items, ...rest }: UnattributedObjects,
  view: ReaderView,
): Promise<UnattributedPage> {
  const visible = await view.visible(items.flatMap(item => item.candidates));
  return {
    ...rest,
    items: items.map(
      ({ cluster, count, reason, candidates, lastEventAt, ...object }) => ({
        cluster,
        object,
        count,
        reason,
        candidates: candidates.filter(entityRef => visible.has(entityRef)),
        lastEventAt: new Date(lastEventAt).toISOString(),
      }),
    ),
  };
}
