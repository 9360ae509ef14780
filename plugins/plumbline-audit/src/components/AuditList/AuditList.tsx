import { useRouteRef } from '@backstage/core-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import {
  auditEventReadPermission,
  type AuditEventPage,
  type AuditEventRow,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  FailureState,
  LiveTailBar,
  LoadingState,
  StateNotice,
  StatePanel,
  type LiveTailResult,
  type PagesResult,
} from '@plumbline/backstage-plugin-plumbline-react';
import type { FocusEvent } from 'react';
import { countFilters } from '../AuditExplorer/auditFilters';
import type { AuditFilterState } from '../AuditExplorer/useAuditFilters';
import { feedsRouteRef } from '../../routes';
import { EventTable } from './EventTable';
import styles from './AuditList.module.css';

/**
 * The list: state of the tail, what is folded away, rows, and the way to older ones. While pointer or focus is in it new
 * events wait; the head belongs to it, or else its Show would vanish under the pointer that comes from the rows.
 */
export function AuditList(props: {
  rows: AuditEventRow[];
  pages: PagesResult<AuditEventPage>;
  tail: LiveTailResult;
  state: AuditFilterState;
}) {
  const { rows, pages, tail, state } = props;
  const { value, error, loading } = pages;
  const leavesList = (event: FocusEvent<HTMLElement>) =>
    !event.currentTarget.contains(event.relatedTarget);
  return (
    <section
      className={styles.list}
      aria-label="Events"
      onPointerEnter={() => tail.setHeld(true)}
      onPointerLeave={() => tail.setHeld(false)}
      onBlur={event => leavesList(event) && tail.setHeld(false)}
    >
      <LiveTailBar tail={tail}>
        <RoutineNote value={value} state={state} />
      </LiveTailBar>
      {value && (error ?? tail.error) && (
        <div className={styles.padded}>
          <StateNotice kind="refresh-failed">
            {error
              ? `The list could not be renewed: ${error.message}`
              : `The live tail broke off: ${tail.error?.message}`}
          </StateNotice>
        </div>
      )}
      {loading && (
        <div className={styles.padded}>
          <LoadingState label="Loading events" lines={9} />
        </div>
      )}
      {!value && error && (
        <div className={styles.padded}>
          <FailureState
            error={error}
            subject="audit events"
            permission={auditEventReadPermission.name}
            onRetry={pages.reload}
          />
        </div>
      )}
      {value && rows.length === 0 && <NothingFound state={state} />}
      {rows.length > 0 && (
        <div onFocus={() => tail.setHeld(true)}>
          <EventTable rows={rows} openId={state.openId} onOpen={state.open} />
        </div>
      )}
      {value && rows.length > 0 && (
        <div className={styles.foot}>
          <span>Newest first. Secrets are removed before storing.</span>
          {pages.moreError && (
            <span role="alert">
              Older events could not be loaded: {pages.moreError.message}
            </span>
          )}
          {pages.hasMore && (
            <Button
              size="small"
              variant="tertiary"
              isPending={pages.loadingMore}
              onPress={pages.loadMore}
            >
              Load older
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** What is folded away is counted, with the way to show it. */
function RoutineNote(props: {
  value: AuditEventPage | undefined;
  state: AuditFilterState;
}) {
  const { value, state } = props;
  if (state.filters.routine) {
    return (
      <span>
        Routine events are shown{' '}
        <button
          type="button"
          className={styles.link}
          onClick={() => state.setRoutine(false)}
        >
          Hide them
        </button>
      </span>
    );
  }
  if (!value || value.hiddenRoutine === 0) {
    return null;
  }
  return (
    <span>
      {value.hiddenRoutine.toLocaleString('en-GB')} routine{' '}
      {value.hiddenRoutine === 1 ? 'event' : 'events'} hidden{' '}
      <button
        type="button"
        className={styles.link}
        onClick={() => state.setRoutine(true)}
      >
        Show them
      </button>
    </span>
  );
}

/** No row: either the filters let nothing through, or nothing arrived. */
function NothingFound(props: { state: AuditFilterState }) {
  const { state } = props;
  const feeds = useRouteRef(feedsRouteRef);
  const isFiltered = countFilters(state.filters) > 0;
  return (
    <div className={styles.padded}>
      <StatePanel
        kind="empty"
        title={
          isFiltered ? 'No event matches the filters' : 'No events in this time'
        }
        actions={
          isFiltered ? (
            <Button size="small" variant="secondary" onPress={state.clear}>
              Clear filters
            </Button>
          ) : (
            feeds && (
              <ButtonLink size="small" variant="secondary" href={feeds()}>
                Open Feeds
              </ButtonLink>
            )
          )
        }
      >
        {!isFiltered &&
          'Either nothing happened, or no audit events arrive; Feeds says which.'}
      </StatePanel>
    </div>
  );
}
