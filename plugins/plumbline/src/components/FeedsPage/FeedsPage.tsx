import { useRouteRef } from '@backstage/core-plugin-api';
import { Container, Header } from '@backstage/ui';
import { coverageReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import {
  FailureState,
  LoadingState,
  PlumblineTheme,
  SectionCard,
  StateNotice,
  StatePanel,
  useFeeds,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';
import { feedsRouteRef } from '../../routes';
import { FeedNotes } from './FeedNotes';
import { FeedsTable } from './FeedsTable';
import { QuarantineList } from './QuarantineList';
import styles from './FeedsPage.module.css';

/** What arrived from each cluster, what was kept back, and what cannot be observed. */
export function FeedsPage() {
  const { value, error, loading, reload } = useFeeds();
  const [quarantine, setQuarantine] = useQueryState<string>('quarantine', {
    fallback: '',
  });
  const feedsHref = useRouteRef(feedsRouteRef);
  return (
    <PlumblineTheme>
      <Header title="Feeds" />
      <Container>
        <PlumblineTheme page>
          <SectionCard flush title="Feeds" aside="one per cluster">
            {value && error && (
              <div className={styles.padded}>
                <StateNotice kind="refresh-failed">
                  Could not be renewed: {error.message}
                </StateNotice>
              </div>
            )}
            {loading && (
              <div className={styles.padded}>
                <LoadingState label="Loading feeds" lines={4} />
              </div>
            )}
            {!value && error && (
              <div className={styles.padded}>
                <FailureState
                  error={error}
                  subject="feeds"
                  permission={coverageReadPermission.name}
                  onRetry={reload}
                />
              </div>
            )}
            {value && value.items.length === 0 && (
              <div className={styles.padded}>
                <StatePanel kind="not-set-up" title="No cluster is configured">
                  Clusters come from <code>plumbline.clusters</code> in
                  app-config or from the kubernetes plugin.
                </StatePanel>
              </div>
            )}
            {value && value.items.length > 0 && (
              <>
                <FeedsTable
                  feeds={value.items}
                  quarantineHref={cluster =>
                    `${feedsHref()}?quarantine=${encodeURIComponent(cluster)}`
                  }
                />
                <FeedNotes feeds={value.items} />
              </>
            )}
          </SectionCard>
          {quarantine && (
            <QuarantineList
              key={quarantine}
              cluster={quarantine}
              onClose={() => setQuarantine(undefined)}
            />
          )}
        </PlumblineTheme>
      </Container>
    </PlumblineTheme>
  );
}
