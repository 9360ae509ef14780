import { Button } from '@backstage/ui';
import {
  coverageReadPermission,
  type QuarantinePage,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  FailureState,
  LoadingState,
  SectionCard,
  StatePanel,
  TimeText,
  useQuarantine,
  type DenseColumn,
} from '@plumbline/backstage-plugin-plumbline-react';
import styles from './FeedsPage.module.css';

type Item = QuarantinePage['items'][number];

const COLUMNS: DenseColumn<Item>[] = [
  {
    id: 'received',
    label: 'Received',
    width: 128,
    cell: item => <TimeText time={item.receivedAt} />,
  },
  {
    id: 'reason',
    label: 'Why it could not be stored',
    isRowHeader: true,
    cell: item => item.reason,
  },
  {
    id: 'excerpt',
    label: 'What arrived',
    cell: item => <code className={styles.excerpt}>{item.excerpt}</code>,
  },
  {
    id: 'bytes',
    label: 'Bytes',
    width: 104,
    align: 'end',
    cell: item => item.bytes.toLocaleString('en-GB'),
  },
];

/** What arrived from one cluster but could not be stored as an event. Its neighbours were stored. */
export function QuarantineList(props: {
  cluster: string;
  onClose: () => void;
}) {
  const { cluster, onClose } = props;
  const pages = useQuarantine({ cluster: [cluster], limit: 50 });
  const { value, error, items } = pages;
  return (
    <SectionCard
      flush
      title={`Quarantine of ${cluster}`}
      aside={
        <Button size="small" variant="tertiary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {pages.loading && (
        <div className={styles.padded}>
          <LoadingState label="Loading quarantine" lines={3} />
        </div>
      )}
      {!value && error && (
        <div className={styles.padded}>
          <FailureState
            error={error}
            subject="quarantine"
            permission={coverageReadPermission.name}
            onRetry={pages.reload}
          />
        </div>
      )}
      {value && items.length === 0 && (
        <div className={styles.padded}>
          <StatePanel kind="good" title="Nothing is in quarantine" />
        </div>
      )}
      {items.length > 0 && (
        <DenseTable
          label={`Quarantine of ${cluster}`}
          columns={COLUMNS}
          items={items}
          keyOf={item => item.id}
          textOf={item => item.reason}
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
  );
}
