import { Button, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { IncidentDetail } from '@plumbline/backstage-plugin-plumbline-common';
import {
  describeFailure,
  FailureState,
  LoadingState,
  SectionCard,
  StateNotice,
  StatePanel,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiListCheck2, RiPulseLine } from '@remixicon/react';
import { describeSpan } from './describeSpan';
import { driftBars } from './driftBars';
import styles from './IncidentTimeline.module.css';
import { TimelineAxis } from './TimelineAxis';
import { TimelineTable } from './TimelineTable';
import { TIMELINE_RANGES, type TimelineRange } from './timelineWindow';
import { useOpenTimelineItem } from './useOpenTimelineItem';
import { useTimelineView } from './useTimelineView';

const RANGE_WORDS: Record<TimelineRange, string> = {
  '1h': '1 h',
  '6h': '6 h',
  '24h': '24 h',
  all: 'All',
};
const PERMISSION = 'plumbline.drift.read';

/**
 * What happened around the incident: audit, Git, sync and drift of its target and repository on one axis.
 *
 * @internal
 */
export function IncidentTimeline(props: {
  detail: IncidentDetail;
  /** Key of the item under the pointer or the focus. */
  lit: string | undefined;
  onLight: (key: string | undefined) => void;
}) {
  const { detail, lit, onLight } = props;
  const view = useTimelineView(detail.incident);
  const open = useOpenTimelineItem();
  const { timeline, span, pages } = view;
  const isEmpty = !timeline?.items.length && !timeline?.losses.length;
  return (
    <SectionCard
      flush
      title={
        <>
          Timeline
          {span && (
            <span className={styles.span}>
              {describeSpan(span)} · this target and its repository
            </span>
          )}
        </>
      }
      aside={<TimelineControls view={view} />}
    >
      {!timeline && (
        <div className={styles.inset}>
          {pages.error ? (
            <FailureState
              error={pages.error}
              subject="the timeline of this incident"
              permission={PERMISSION}
              onRetry={pages.reload}
            />
          ) : (
            <LoadingState label="Loading the timeline" lines={6} />
          )}
        </div>
      )}
      {timeline && span && (
        <div aria-busy={pages.loading}>
          {pages.error && (
            <div className={styles.inset}>
              <StateNotice kind="refresh-failed">
                {describeFailure(pages.error, 'this span', PERMISSION).title};
                this is the last answer.
              </StateNotice>
            </div>
          )}
          {view.view === 'axis' && (
            <TimelineAxis
              timeline={timeline}
              span={span}
              bars={driftBars(detail, Date.now())}
              lit={lit}
              onLight={onLight}
              onOpen={open}
              onZoom={view.zoomTo}
              onList={() => view.setView('table')}
            />
          )}
          {view.view === 'table' && !isEmpty && (
            <TimelineTable timeline={timeline} onOpen={open} />
          )}
          {view.view === 'table' && isEmpty && (
            <div className={styles.inset}>
              <StatePanel kind="empty" title="Nothing is known of this span" />
            </div>
          )}
          <OlderItems pages={pages} count={timeline.items.length} />
        </div>
      )}
    </SectionCard>
  );
}

function TimelineControls(props: { view: ReturnType<typeof useTimelineView> }) {
  const { range, setRange, view, setView } = props.view;
  const asTable = view === 'table';
  return (
    <>
      <ToggleButtonGroup
        aria-label="Span of the timeline"
        selectionMode="single"
        selectedKeys={range ? [range] : []}
        onSelectionChange={keys => {
          const chosen = TIMELINE_RANGES.find(item => keys.has(item));
          if (chosen) {
            setRange(chosen);
          }
        }}
      >
        {TIMELINE_RANGES.map(item => (
          <ToggleButton key={item} id={item} size="small">
            {RANGE_WORDS[item]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Button
        size="small"
        variant="tertiary"
        iconStart={asTable ? <RiPulseLine /> : <RiListCheck2 />}
        onPress={() => setView(asTable ? 'axis' : 'table')}
      >
        {asTable ? 'Show as axis' : 'Show as table'}
      </Button>
    </>
  );
}

/** A long span comes in pages, newest first; what is not read yet is never passed over in silence. */
function OlderItems(props: {
  pages: ReturnType<typeof useTimelineView>['pages'];
  count: number;
}) {
  const { pages, count } = props;
  if (!pages.hasMore) {
    return null;
  }
  return (
    <div className={styles.older} aria-live="polite">
      <span>The newest {count} of this span are shown.</span>
      <Button
        size="small"
        variant="secondary"
        isPending={pages.loadingMore}
        onPress={pages.loadMore}
      >
        Show older
      </Button>
      {pages.moreError && (
        <StateNotice kind="refresh-failed">
          {describeFailure(pages.moreError, 'older items', PERMISSION).title}
        </StateNotice>
      )}
    </div>
  );
}
