import { Button, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { EntityFriction } from '@plumbline/backstage-plugin-plumbline-common';
import {
  Heatmap,
  SectionCard,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiGridLine, RiTableLine } from '@remixicon/react';
import type { useFrictionFilters } from '../FrictionTab/useFrictionFilters';
import { hourOfWeek } from '../FrictionTab/frictionFilters';
import { gapsText } from './gapsText';
import styles from './FrictionHeatmap.module.css';

const HINT = 'Enter: show these events';

/** When people went round the platform: by rule and day, or by hour of the week. */
export function FrictionHeatmap(props: {
  friction: EntityFriction;
  state: ReturnType<typeof useFrictionFilters>;
  timeZone: string;
}) {
  const { friction, state, timeZone } = props;
  const isHours = state.view === 'hours';
  const heatmap = isHours ? friction.hours : friction.heatmap;
  const hour = hourOfWeek(state.filters.hour);
  const selected = isHours
    ? hour !== undefined && {
        row: friction.hours.rows[Math.floor(hour / 24)]?.id,
        column: friction.hours.columns[hour % 24]?.id,
      }
    : { row: state.filters.rule, column: state.filters.day };
  const footnote = isHours
    ? `Events, summed over ${friction.heatmap.columns.length} days. Hours in ${timeZone}.`
    : [
        `Points when it happened, before decay. Days in ${timeZone}.`,
        ...gapsText(friction.heatmap),
      ].join(' ');
  return (
    <SectionCard title="Heatmap">
      <Heatmap
        heatmap={heatmap}
        label={isHours ? 'Events by hour of week' : 'Points by rule and day'}
        rowHeader={isHours ? 'Day of week' : 'Rule'}
        columnHeader={isHours ? 'Hour' : 'Day'}
        dense={isHours}
        asTable={state.asTable}
        hiddenSteps={state.hiddenSteps}
        onHiddenStepsChange={state.setHiddenSteps}
        selected={selected || undefined}
        onSelect={isHours ? state.selectHour : state.selectRuleDay}
        selectHint={HINT}
        footnote={footnote}
        controls={
          <ToggleButtonGroup
            className={styles.views}
            aria-label="Heatmap"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[state.view]}
            onSelectionChange={keys =>
              state.setView(keys.has('hours') ? 'hours' : 'rules')
            }
          >
            <ToggleButton id="rules">Rule × day</ToggleButton>
            <ToggleButton id="hours">Hour of week</ToggleButton>
          </ToggleButtonGroup>
        }
        actions={
          <Button
            size="small"
            variant="tertiary"
            iconStart={state.asTable ? <RiGridLine /> : <RiTableLine />}
            onPress={() => state.setAsTable(!state.asTable)}
          >
            {state.asTable ? 'Show as heatmap' : 'Show as table'}
          </Button>
        }
      />
    </SectionCard>
  );
}
