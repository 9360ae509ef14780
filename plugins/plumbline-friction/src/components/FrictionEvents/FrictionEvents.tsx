import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Button,
  Cell,
  Column,
  Link,
  Row,
  Select,
  TableBody,
  TableHeader,
  TableRoot,
  Tag,
  TagGroup,
} from '@backstage/ui';
import {
  frictionReadPermission,
  type EntityFriction,
  type FrictionEvent,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  EventSentence,
  FailureState,
  formatAmount,
  LoadingState,
  SectionCard,
  StatePanel,
  TimeText,
  useEntityHref,
  useFrictionEvents,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useEffect, useRef, useState } from 'react';
import { auditRouteRef } from '../../routes';
import type { useFrictionFilters } from '../FrictionTab/useFrictionFilters';
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
  const audit = useRouteRef(auditRouteRef);
  const entityHref = useEntityHref();
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
            <Select
              aria-label="Rule"
              size="small"
              options={[
                { id: ALL, label: 'All rules' },
                ...friction.heatmap.rows.map(row => ({
                  id: row.id,
                  label: row.label,
                })),
              ]}
              value={state.filters.rule || ALL}
              onChange={key =>
                state.setFilter('rule', key === ALL ? undefined : String(key))
              }
            />
            <Select
              aria-label="Cluster"
              size="small"
              options={[
                { id: ALL, label: 'All clusters' },
                ...clusters.map(cluster => ({ id: cluster, label: cluster })),
              ]}
              value={state.filters.cluster || ALL}
              onChange={key =>
                state.setFilter(
                  'cluster',
                  key === ALL ? undefined : String(key),
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
              {tag => <Tag id={tag.id}>{tag.text}</Tag>}
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
          <TableRoot aria-label="Friction events" className={styles.table}>
            <TableHeader>
              <Column width={120}>When</Column>
              <Column isRowHeader>What happened</Column>
              <Column width={150}>Rule</Column>
              <Column width={80} className={styles.right}>
                Points
              </Column>
            </TableHeader>
            <TableBody items={pages.items} dependencies={[audit]}>
              {event => (
                <Row id={event.id}>
                  <Cell className={styles.top}>
                    <span className={styles.when}>
                      {audit ? (
                        <Link
                          href={entityHref(friction.entityRef, {
                            tab: 'activity',
                            query: { event: event.eventId },
                          })}
                        >
                          <TimeText time={event.time} />
                        </Link>
                      ) : (
                        <TimeText time={event.time} />
                      )}
                      <span className={styles.muted}>{event.cluster}</span>
                    </span>
                  </Cell>
                  <Cell className={styles.top}>
                    <EventSentence event={event} />
                  </Cell>
                  <Cell className={styles.top}>{event.title}</Cell>
                  <Cell className={`${styles.top} ${styles.right}`}>
                    {formatAmount(event.points)}
                  </Cell>
                </Row>
              )}
            </TableBody>
          </TableRoot>
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
