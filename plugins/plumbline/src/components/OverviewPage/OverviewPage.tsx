import { useRouteRef } from '@backstage/core-plugin-api';
import { Alert, ButtonLink, Container, Header } from '@backstage/ui';
import { coverageReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { Overview } from '@plumbline/backstage-plugin-plumbline-common';
import {
  FailureState,
  LoadingState,
  PlumblineTheme,
  SectionCard,
  StateNotice,
  useOverview,
} from '@plumbline/backstage-plugin-plumbline-react';
import { feedsRouteRef } from '../../routes';
import { overviewFigures } from '../../text/overviewFigures';
import { unobservedText } from '../../text/unobservedText';
import { Figures } from '../Figures';
import { CoverageCard } from './CoverageCard';
import { FeedsCard } from './FeedsCard';
import { Movers } from './Movers';
import { NewestIncidents } from './NewestIncidents';
import { OverviewFilters } from './OverviewFilters';
import { OverviewTrend } from './OverviewTrend';
import { ScoreHeatmap } from './ScoreHeatmap';
import {
  useOverviewFilters,
  type OverviewFilterState,
} from './useOverviewFilters';
import styles from './OverviewPage.module.css';

/** Where we lean most, and whether the picture can be trusted. */
export function OverviewPage() {
  const state = useOverviewFilters();
  const { value, error, loading, reload } = useOverview(state.query);
  return (
    <PlumblineTheme>
      <Header
        title="How far do we lean from Git?"
        customActions={<OverviewFilters state={state} />}
      />
      <Container>
        <PlumblineTheme page>
          {loading && (
            <SectionCard title="Overview">
              <LoadingState label="Loading the overview" boxes={5} lines={8} />
            </SectionCard>
          )}
          {!value && error && (
            <SectionCard title="Overview">
              <FailureState
                error={error}
                subject="the overview"
                permission={coverageReadPermission.name}
                onRetry={reload}
              />
            </SectionCard>
          )}
          {value && error && (
            <StateNotice kind="refresh-failed">
              Could not be renewed: {error.message}
            </StateNotice>
          )}
          {value && <OverviewCards overview={value} state={state} />}
        </PlumblineTheme>
      </Container>
    </PlumblineTheme>
  );
}

function OverviewCards(props: {
  overview: Overview;
  state: OverviewFilterState;
}) {
  const { overview, state } = props;
  const feeds = useRouteRef(feedsRouteRef);
  return (
    <>
      <Figures figures={overviewFigures(overview)} />
      {overview.unobserved.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Not everything could be looked at"
          description={unobservedText(overview.unobserved)}
          customActions={
            <ButtonLink size="small" variant="tertiary" href={feeds()}>
              Feeds
            </ButtonLink>
          }
        />
      )}
      <div className={styles.two}>
        <NewestIncidents
          incidents={overview.incidents}
          open={overview.figures.openIncidents}
          incomplete={overview.unobserved.length > 0}
        />
        <div className={styles.side}>
          <FeedsCard feeds={overview.feeds} />
          <CoverageCard
            coverage={overview.coverage}
            unattributedShare={overview.unattributedShare}
            needsSetUp={overview.figures.needsSetUp}
          />
        </div>
      </div>
      <div className={styles.two}>
        <ScoreHeatmap heatmap={overview.heatmap} state={state} />
        <Movers movers={overview.movers} />
      </div>
      <OverviewTrend trend={overview.trend} state={state} />
    </>
  );
}
