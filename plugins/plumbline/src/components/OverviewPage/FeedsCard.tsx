import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type { Feed } from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  formatDuration,
  SectionCard,
  StatePanel,
  type DenseColumn,
} from '@plumbline/backstage-plugin-plumbline-react';
import { feedsRouteRef } from '../../routes';
import { FeedBadge } from '../FeedBadge';
import styles from './OverviewPage.module.css';

const COLUMNS: DenseColumn<Feed>[] = [
  {
    id: 'cluster',
    label: 'Cluster',
    isRowHeader: true,
    cell: feed => (
      <span className={styles.stack}>
        <strong>{feed.cluster}</strong>
        {feed.title && feed.title !== feed.cluster && (
          <span className={styles.note}>{feed.title}</span>
        )}
      </span>
    ),
  },
  {
    id: 'state',
    label: 'State',
    width: 136,
    cell: feed => <FeedBadge feed={feed} />,
  },
  {
    id: 'lag',
    label: 'Lag',
    width: 92,
    align: 'end',
    cell: feed =>
      feed.lagSeconds === undefined ? (
        <span className={styles.note}>unknown</span>
      ) : (
        formatDuration(feed.lagSeconds)
      ),
  },
];

/** Whether audit events arrive, per cluster. */
export function FeedsCard(props: { feeds: Feed[] }) {
  const { feeds } = props;
  const all = useRouteRef(feedsRouteRef);
  return (
    <SectionCard
      flush
      title="Feeds"
      aside={
        <Link href={all()}>
          {feeds.length} {feeds.length === 1 ? 'cluster' : 'clusters'}
        </Link>
      }
    >
      {feeds.length > 0 ? (
        <DenseTable
          label="Feeds"
          columns={COLUMNS}
          items={feeds}
          keyOf={feed => feed.cluster}
          textOf={feed => feed.cluster}
        />
      ) : (
        <div className={styles.padded}>
          <StatePanel kind="not-set-up" title="No cluster is configured">
            Clusters come from plumbline.clusters or from the kubernetes plugin.
          </StatePanel>
        </div>
      )}
    </SectionCard>
  );
}
