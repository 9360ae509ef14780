import { useRouteRef } from '@backstage/core-plugin-api';
import { Button, Link } from '@backstage/ui';
import type { Overview } from '@plumbline/backstage-plugin-plumbline-common';
import {
  EntityLink,
  Heatmap,
  SectionCard,
  StatePanel,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiGridLine, RiTableLine } from '@remixicon/react';
import { frictionRouteRef } from '../../routes';
import type { OverviewFilterState } from './useOverviewFilters';
import styles from './OverviewPage.module.css';

/** Friction score of each service at the end of each day. */
export function ScoreHeatmap(props: {
  heatmap: Overview['heatmap'];
  state: OverviewFilterState;
}) {
  const { heatmap, state } = props;
  const friction = useRouteRef(frictionRouteRef);
  const isTable = state.heatmap === 'table';
  return (
    <SectionCard
      title="Friction score by service and day"
      aside={friction && <Link href={friction()}>All services</Link>}
    >
      {heatmap.rows.length > 0 ? (
        <Heatmap
          heatmap={heatmap}
          label="Friction score by service and day"
          rowHeader="Service"
          columnHeader="Day"
          asTable={isTable}
          hiddenSteps={state.hiddenSteps}
          onHiddenStepsChange={state.setHiddenSteps}
          renderRowLabel={row => (
            <EntityLink small entityRef={row.id} tab="friction" />
          )}
          actions={
            <Button
              size="small"
              variant="tertiary"
              iconStart={isTable ? <RiGridLine /> : <RiTableLine />}
              onPress={() => state.setHeatmap(isTable ? 'grid' : 'table')}
            >
              {isTable ? 'Show as heatmap' : 'Show as table'}
            </Button>
          }
          footnote="Score at the end of each day, UTC; highest first. Hatched: no audit events that day."
        />
      ) : (
        <div className={styles.stack}>
          <StatePanel kind="empty" title="No service has a score">
            A score needs audit events that belong to a service.
          </StatePanel>
        </div>
      )}
    </SectionCard>
  );
}
