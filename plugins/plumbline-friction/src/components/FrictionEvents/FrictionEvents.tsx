import { Button, Tag, TagGroup } from '@backstage/ui';
import {
  frictionReadPermission,
  type EntityFriction,
  type FrictionEvent,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  FailureState,
  FilterSelect,
  LoadingState,
  SectionCard,
  StatePanel,
  useFrictionEvents,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useEffect, useRef, useState } from 'react';
import type { useFrictionFilters } from '../FrictionTab/useFrictionFilters';
import { EventsTable } from './EventsTable';
import { activeFilters, eventsCountText } from './eventFilterWords';
import styles from './FrictionEvents.module.css';

const ALL = 'all';

/** Clusters that any event seen so far came from: a filter must not take its own options away. */
function useSeenClusters(events: FrictionEvent[], chosen: string): string[] {
  const [seen, setSeen] = useState<string[]>([]);
  useEffect(() => {
    setSeen(known => {
      const all = new Set([...known, ...events.map(event => event.cluster)]);
      return all.size === known.length ? known : [...all].sort();
    });
  }, [events]);
  return chosen && !seen.includes(chosen) ? [...seen, chosen] : seen;
}

/** The events behind the score, with what the heatmap and the selects let through. */
export function FrictionEvents(props: {
  friction: EntityFriction;
  state: ReturnType<typeof useFrictionFilters>;
}) {
  const { friction, state } = props;
  const pages = useFrictionEvents(friction.entityRef, state.query);
  const clusters = useSeenClusters(pages.items, state.filters.cluster);
  const tags = activeFilters(state.filters, friction);
  const root = useRef<HTMLDivElement>(null);
  const { day, hour } = state.filters;
  useEffect(() => {
    // A cell was chosen in the heatmap above: bring its events into view.
    if (day || hour) {
      root.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [day, hour]);

  return (
    <div ref={root}>
      <SectionCard
        flush
        title="Events"
        aside={
          <>
            <span aria-live="polite">
              {eventsCountText(
                pages.value?.total,
                tags.length > 0,
                friction.heatmap.columns.length,
              )}
            </span>
            <FilterSelect
              label="Rule"
              options={[
                { id: ALL, label: 'All rules' },
                ...friction.heatmap.rows.map(({ id, label }) => ({
                  id,
                  label,
                })),
              ]}
              value={state.filters.rule || ALL}
              onChange={rule =>
                state.setFilter('rule', rule === ALL ? undefined : rule)
              }
            />
            <FilterSelect
              label="Cluster"
              options={[
                { id: ALL, label: 'All clusters' },
                ...clusters.map(cluster => ({ id: cluster, label: cluster })),
              ]}
              value={state.filters.cluster || ALL}
              onChange={cluster =>
                state.setFilter(
                  'cluster',
                  cluster === ALL ? undefined : cluster,
                )
              }
            />
          </>
        }
      >
        {tags.length > 0 && (
          <div className={styles.tags}>
            <TagGroup
              aria-label="Active filters"
              items={tags}
              onRemove={keys =>
                [...keys].forEach(key =>
                  state.setFilter(
                    key as (typeof tags)[number]['id'],
                    undefined,
                  ),
                )
              }
            >
              {tag => (
                <Tag id={tag.id} size="medium">
                  {tag.text}
                </Tag>
              )}
            </TagGroup>
            <Button size="small" variant="tertiary" onPress={state.clear}>
              Clear
            </Button>
          </div>
        )}
        {pages.loading && (
          <div className={styles.padded}>
            <LoadingState label="Loading events" lines={6} />
          </div>
        )}
        {!pages.value && pages.error && (
          <div className={styles.padded}>
            <FailureState
              error={pages.error}
              subject="friction events"
              permission={frictionReadPermission.name}
              onRetry={pages.reload}
            />
          </div>
        )}
        {pages.value && pages.items.length === 0 && (
          <div className={styles.padded}>
            <StatePanel kind="empty" title="No event matches the filters" />
          </div>
        )}
        {pages.items.length > 0 && (
          <EventsTable events={pages.items} entityRef={friction.entityRef} />
        )}
        {(pages.hasMore || pages.moreError) && (
          <div className={styles.foot}>
            {pages.moreError && (
              <span role="alert">
                Older events could not be loaded: {pages.moreError.message}
              </span>
            )}
            <Button
              size="small"
              variant="tertiary"
              isPending={pages.loadingMore}
              onPress={pages.loadMore}
            >
              Load older
            </Button>
          </div>
        )}
      </SectionCard>
    </div>
  );
}
