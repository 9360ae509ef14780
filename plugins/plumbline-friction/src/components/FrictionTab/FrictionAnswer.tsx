import type { EntityFriction } from '@plumbline/backstage-plugin-plumbline-common';
import {
  DriverBars,
  SectionCard,
  StatePanel,
  TrendChart,
} from '@plumbline/backstage-plugin-plumbline-react';
import { BAND_LIMITS } from '../../text/frictionWords';
import { FrictionEvents } from '../FrictionEvents';
import { FrictionHeatmap } from '../FrictionHeatmap';
import { NextSteps } from '../NextSteps';
import { NotCountedNotice } from './NotCountedNotice';
import { ScoreSection } from './ScoreSection';
import { useFrictionFilters } from './useFrictionFilters';
import styles from './FrictionTab.module.css';

/** The tab when there is a score, 0 included. */
export function FrictionAnswer(props: {
  friction: EntityFriction;
  error: Error | undefined;
  timeZone: string;
}) {
  const { friction, error, timeZone } = props;
  const state = useFrictionFilters(timeZone);
  const days = friction.heatmap.columns.length;
  return (
    <>
      <div className={styles.top}>
        <ScoreSection friction={friction} error={error} />
        <SectionCard
          title={`What makes the ${friction.score}`}
          aside={`points now · events in ${days} days`}
        >
          {friction.breakdown.length > 0 ? (
            <DriverBars drivers={friction.breakdown} sum={friction.sum} />
          ) : (
            <StatePanel kind="good" title="Nobody went round the platform">
              Audit events arrive, and no rule matched one in{' '}
              {friction.parameters.windowDays} days.
            </StatePanel>
          )}
        </SectionCard>
        <SectionCard title="Trend" aside={`${friction.trend.length} days`}>
          <TrendChart
            series={[{ id: 'score', label: 'Score', points: friction.trend }]}
            height={200}
            maximum={100}
            bandLimits={BAND_LIMITS}
          />
        </SectionCard>
      </div>
      <NotCountedNotice notCounted={friction.notCounted} />
      {friction.state === 'scored' && (
        <>
          <FrictionHeatmap
            friction={friction}
            state={state}
            timeZone={timeZone}
          />
          <div className={styles.bottom}>
            <FrictionEvents friction={friction} state={state} />
            <NextSteps drivers={friction.breakdown} />
          </div>
        </>
      )}
    </>
  );
}
