import { useRouteRef } from '@backstage/core-plugin-api';
import { Button, Container, Header, Link } from '@backstage/ui';
import {
  coverageReadPermission,
  type UnattributedPage as UnattributedObjects,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  EntityLink,
  FailureState,
  LoadingState,
  PlumblineTheme,
  SectionCard,
  StateNotice,
  StatePanel,
  TimeText,
  useUnattributed,
  type DenseColumn,
} from '@plumbline/backstage-plugin-plumbline-react';
import { auditRouteRef } from '../../routes';
import { objectName, shareText } from './unattributedText';
import styles from './UnattributedPage.module.css';

type Item = UnattributedObjects['items'][number];

function columnsOf(
  eventsHref: ((item: Item) => string) | undefined,
): DenseColumn<Item>[] {
  return [
    {
      id: 'object',
      label: 'Object',
      isRowHeader: true,
      cell: item => (
        <span className={styles.stack}>
          <span>{objectName(item.object)}</span>
          <span className={styles.note}>{item.cluster}</span>
        </span>
      ),
    },
    {
      id: 'reason',
      label: 'Why',
      cell: item => item.reason,
    },
    {
      id: 'candidates',
      label: 'Candidates',
      cell: item =>
        item.candidates.length === 0 ? (
          <span className={styles.note}>none</span>
        ) : (
          <span className={styles.stack}>
            {item.candidates.map(candidate => (
              <EntityLink key={candidate} entityRef={candidate} />
            ))}
          </span>
        ),
    },
    {
      id: 'count',
      label: 'Events',
      width: 96,
      align: 'end',
      cell: item =>
        eventsHref ? (
          <Link href={eventsHref(item)}>{item.count}</Link>
        ) : (
          item.count
        ),
    },
    {
      id: 'last',
      label: 'Last event',
      width: 128,
      align: 'end',
      cell: item => <TimeText time={item.lastEventAt} />,
    },
  ];
}

/** Objects with audit events that belong to no entity, or to more than one, each with the reason. */
export function UnattributedPage() {
  const pages = useUnattributed({ limit: 50 });
  const audit = useRouteRef(auditRouteRef);
  const { value, error, items } = pages;
  const eventsHref =
    audit &&
    ((item: Item) =>
      `${audit()}?${new URLSearchParams({
        cluster: item.cluster,
        q: item.object.name ?? item.object.resource,
        time: '30d',
        routine: 'show',
      })}`);
  return (
    <PlumblineTheme>
      <Header title="Unattributed" />
      <Container>
        <PlumblineTheme page>
          <SectionCard
            flush
            title="Objects without an entity"
            aside={
              value && shareText(value.unattributedEvents, value.totalEvents)
            }
          >
            {value && error && (
              <div className={styles.padded}>
                <StateNotice kind="refresh-failed">
                  Could not be renewed: {error.message}
                </StateNotice>
              </div>
            )}
            {pages.loading && (
              <div className={styles.padded}>
                <LoadingState label="Loading objects" lines={6} />
              </div>
            )}
            {!value && error && (
              <div className={styles.padded}>
                <FailureState
                  error={error}
                  subject="unattributed objects"
                  permission={coverageReadPermission.name}
                  onRetry={pages.reload}
                />
              </div>
            )}
            {value && items.length === 0 && (
              <div className={styles.padded}>
                <StatePanel
                  kind={value.totalEvents === 0 ? 'empty' : 'good'}
                  title={
                    value.totalEvents === 0
                      ? 'No events yet'
                      : 'Every event belongs to an entity'
                  }
                />
              </div>
            )}
            {items.length > 0 && (
              <DenseTable
                label="Objects without an entity"
                columns={columnsOf(eventsHref)}
                items={items}
                keyOf={item => `${item.cluster} ${objectName(item.object)}`}
                textOf={item => objectName(item.object)}
                minWidth={760}
              />
            )}
            {(pages.hasMore || pages.moreError) && (
              <div className={styles.foot}>
                {pages.moreError && (
                  <span role="alert">
                    More could not be loaded: {pages.moreError.message}
                  </span>
                )}
                <Button
                  size="small"
                  variant="tertiary"
                  isPending={pages.loadingMore}
                  onPress={pages.loadMore}
                >
                  Load more
                </Button>
              </div>
            )}
          </SectionCard>
        </PlumblineTheme>
      </Container>
    </PlumblineTheme>
  );
}
