import { Link } from '@backstage/ui';
import type { Feed } from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  formatDuration,
  TimeText,
  type DenseColumn,
} from '@plumbline/backstage-plugin-plumbline-react';
import { FeedBadge } from '../FeedBadge';
import styles from './FeedsPage.module.css';

const ACCESS_WORDS: Record<Feed['access'], string> = {
  kubernetes: 'kubernetes plugin',
  kubeconfig: 'kubeconfig',
  inCluster: 'in cluster',
  snapshot: 'recorded snapshot',
  none: 'none',
};

function Count(props: { value: number }) {
  return <>{props.value.toLocaleString('en-GB')}</>;
}

function columnsOf(
  quarantineHref: (cluster: string) => string,
): DenseColumn<Feed>[] {
  return [
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
      width: 140,
      cell: feed => <FeedBadge feed={feed} />,
    },
    {
      id: 'access',
      label: 'Objects read by',
      cell: feed => ACCESS_WORDS[feed.access],
    },
    {
      id: 'last',
      label: 'Last event',
      width: 128,
      cell: feed =>
        feed.lastEventAt ? (
          <TimeText time={feed.lastEventAt} />
        ) : (
          <span className={styles.note}>never</span>
        ),
    },
    {
      id: 'lag',
      label: 'Lag',
      width: 96,
      align: 'end',
      cell: feed =>
        feed.lagSeconds === undefined ? (
          <span className={styles.note}>unknown</span>
        ) : (
          formatDuration(feed.lagSeconds)
        ),
    },
    {
      id: 'stored',
      label: 'Stored',
      width: 104,
      align: 'end',
      cell: feed => <Count value={feed.stored} />,
    },
    {
      id: 'duplicates',
      label: 'Came twice',
      width: 112,
      align: 'end',
      cell: feed => <Count value={feed.duplicates} />,
    },
    {
      id: 'quarantined',
      label: 'In quarantine',
      width: 124,
      align: 'end',
      cell: feed =>
        feed.quarantined > 0 ? (
          <Link href={quarantineHref(feed.cluster)}>
            <Count value={feed.quarantined} />
          </Link>
        ) : (
          0
        ),
    },
  ];
}

/** What arrived from each cluster and what was kept back. */
export function FeedsTable(props: {
  feeds: Feed[];
  /** Address of the quarantined items of a cluster. */
  quarantineHref: (cluster: string) => string;
}) {
  return (
    <DenseTable
      label="Feeds"
      columns={columnsOf(props.quarantineHref)}
      items={props.feeds}
      keyOf={feed => feed.cluster}
      textOf={feed => feed.cluster}
      minWidth={900}
    />
  );
}
