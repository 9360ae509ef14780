import { useRouteRef } from '@backstage/core-plugin-api';
import type { AuditEventPage } from '@plumbline/backstage-plugin-plumbline-common';
import {
  EventDrawer,
  Histogram,
  SectionCard,
  useAuditEventFacets,
  useLiveTail,
  type PagesResult,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useMemo, useRef } from 'react';
import { incidentRouteRef } from '../../routes';
import { AuditFacets } from '../AuditFacets';
import { AuditFilterBar } from '../AuditFilterBar';
import { AuditList } from '../AuditList';
import { mergeRows, neighbours } from './mergeRows';
import type { AuditFilterState } from './useAuditFilters';
import styles from './AuditExplorer.module.css';

/** IANA name of the time zone of the reader's browser. */
const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Search, facets, histogram, list and drawer. Page and tab differ in where the list comes from. */
export function AuditExplorer(props: {
  state: AuditFilterState;
  pages: PagesResult<AuditEventPage>;
  /** The list is of one entity. */
  ofEntity?: boolean;
}) {
  const { state, pages, ofEntity = false } = props;
  const facets = useAuditEventFacets({ ...state.query, ...state.range });
  const tail = useLiveTail({
    enabled: state.isLive,
    query: state.query,
    onResync: pages.reload,
  });
  const incident = useRouteRef(incidentRouteRef);
  const rows = useMemo(
    () => mergeRows(tail.shown, pages.items),
    [tail.shown, pages.items],
  );
  const root = useRef<HTMLDivElement>(null);
  const { openId } = state;
  const { previous, next } = neighbours(rows, openId);

  const close = () => {
    // The row that opened the drawer takes the focus back; after a filter it may be gone.
    const row = root.current?.querySelector<HTMLElement>(
      `tr[data-key="${CSS.escape(openId ?? '')}"]`,
    );
    state.open(undefined);
    row?.focus();
  };

  return (
    <div ref={root} className={styles.explorer}>
      <AuditFilterBar state={state} />
      <div className={styles.columns} data-open={openId ? '' : undefined}>
        <AuditFacets
          facets={facets.value}
          error={facets.error}
          state={state}
          ofEntity={ofEntity}
        />
        <div className={styles.main}>
          <SectionCard
            title={
              facets.value
                ? `${facets.value.total.toLocaleString('en-GB')} ${
                    facets.value.total === 1 ? 'event' : 'events'
                  }`
                : 'Events'
            }
            aside={`foot mark: a friction rule matched · drag to zoom · ${ZONE}`}
          >
            {facets.value && facets.value.histogram.buckets.length > 0 ? (
              <Histogram
                data={facets.value.histogram}
                label="Events over time"
                zone={ZONE}
                onZoom={state.zoom}
              />
            ) : (
              <div className={styles.noHistogram}>
                {facets.error && `Counts are unknown: ${facets.error.message}`}
              </div>
            )}
          </SectionCard>
          <div className={styles.split}>
            <AuditList rows={rows} pages={pages} tail={tail} state={state} />
            {openId && (
              <EventDrawer
                key={openId}
                id={openId}
                onClose={close}
                onPrevious={previous ? () => state.open(previous) : undefined}
                onNext={next ? () => state.open(next) : undefined}
                onOpen={state.open}
                incidentHref={incident && (id => incident({ id }))}
              />
            )}
          </div>
        </div>
      </div>
    </div>
  );
}
