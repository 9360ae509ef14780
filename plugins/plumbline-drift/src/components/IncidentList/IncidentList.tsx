import { Button, Card, CardBody, Container } from '@backstage/ui';
import {
  describeFailure,
  FailureState,
  LoadingState,
  StateNotice,
  StatePanel,
  useIncidents,
  useQueryPatch,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useIncidentFilters } from '../../hooks/useIncidentFilters';
import { IncidentsTabs } from '../IncidentsPage/IncidentsTabs';
import { IncidentFilters } from './IncidentFilters';
import styles from './IncidentList.module.css';
import { IncidentTable } from './IncidentTable';

const PERMISSION = 'plumbline.drift.read';

/**
 * Incidents of everything that the reader may see, newest first.
 *
 * @internal
 */
export function IncidentList() {
  const filters = useIncidentFilters();
  const incidents = useIncidents(filters);
  return (
    <Container className={styles.page}>
      <IncidentsTabs />
      <IncidentFilters
        filters={filters}
        total={incidents.value?.total}
        incidents={incidents.items}
      />
      <Card className={styles.card}>
        <IncidentListBody incidents={incidents} state={filters.state} />
      </Card>
    </Container>
  );
}

function IncidentListBody(props: {
  incidents: ReturnType<typeof useIncidents>;
  state: string | undefined;
}) {
  const { incidents, state } = props;
  const { value, error, items, reload } = incidents;
  if (error && !value) {
    return (
      <CardBody className={styles.standIn}>
        <FailureState
          error={error}
          subject="drift incidents"
          permission={PERMISSION}
          onRetry={reload}
        />
      </CardBody>
    );
  }
  if (!value) {
    return (
      <CardBody className={styles.standIn}>
        <LoadingState label="Loading incidents" lines={6} />
      </CardBody>
    );
  }
  return (
    <>
      {error && (
        <CardBody className={styles.standIn}>
          <StateNotice kind="refresh-failed">
            {describeFailure(error, 'newer incidents', PERMISSION).title}; this
            is the last answer.
          </StateNotice>
        </CardBody>
      )}
      {items.length === 0 ? (
        <CardBody className={styles.standIn}>
          <NoIncidents state={state} />
        </CardBody>
      ) : (
        <IncidentTable incidents={items} />
      )}
      <div className={styles.more} aria-live="polite">
        {incidents.hasMore && (
          <Button
            size="small"
            variant="secondary"
            isPending={incidents.loadingMore}
            onPress={incidents.loadMore}
          >
            Show older
          </Button>
        )}
        {incidents.moreError && (
          <StateNotice kind="refresh-failed">
            {
              describeFailure(
                incidents.moreError,
                'older incidents',
                PERMISSION,
              ).title
            }
          </StateNotice>
        )}
      </div>
    </>
  );
}

/** An empty list is only said to be empty: whether every service could be looked at is the overview's answer. */
function NoIncidents(props: { state: string | undefined }) {
  const patch = useQueryPatch();
  return (
    <StatePanel
      kind="empty"
      title={
        props.state === 'open'
          ? 'No open incident passes the filters'
          : 'No incident passes the filters'
      }
      actions={
        <Button
          size="small"
          variant="secondary"
          onPress={() =>
            patch({
              state: 'all',
              severity: undefined,
              level: undefined,
              cluster: undefined,
              entity: undefined,
              q: undefined,
            })
          }
        >
          Show all incidents
        </Button>
      }
    >
      Services that could not be checked have no incidents either; the overview
      names them.
    </StatePanel>
  );
}
