import { Button } from '@backstage/ui';
import type { Overview } from '@plumbline/backstage-plugin-plumbline-common';
import {
  SectionCard,
  TrendChart,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiLineChartLine, RiTableLine } from '@remixicon/react';
import type { OverviewFilterState } from './useOverviewFilters';

/** Mean score and drifted fields by day; the lines differ by dash and carry their names. */
export function OverviewTrend(props: {
  trend: Overview['trend'];
  state: OverviewFilterState;
}) {
  const { trend, state } = props;
  const isTable = state.trend === 'table';
  return (
    <SectionCard
      title="Trend"
      aside={
        <>
          <span>mean friction score and drifted fields, {state.days} days</span>
          <Button
            size="small"
            variant="tertiary"
            iconStart={isTable ? <RiLineChartLine /> : <RiTableLine />}
            onPress={() => state.setTrend(isTable ? 'chart' : 'table')}
          >
            {isTable ? 'Show as chart' : 'Show as table'}
          </Button>
        </>
      }
    >
      <TrendChart
        asTable={isTable}
        series={[
          { id: 'friction', label: 'Friction', points: trend.friction },
          { id: 'drift', label: 'Drift', points: trend.drift, dashed: true },
        ]}
      />
    </SectionCard>
  );
}
