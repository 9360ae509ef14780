import type { EntityFriction } from '@plumbline/backstage-plugin-plumbline-common';
import {
  ScoreRing,
  SectionCard,
  SeverityBadge,
  StateNotice,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { frictionNotice } from '../../text/frictionNotice';
import {
  BAND_RANGES,
  ringLabel,
  weekChangeText,
} from '../../text/frictionWords';
import { ScoreChange } from '../ScoreChange';
import styles from './FrictionTab.module.css';

/** Ring with band word and change, and what the number means. */
export function ScoreSection(props: {
  friction: EntityFriction;
  error: Error | undefined;
}) {
  const { friction, error } = props;
  const { score, band, parameters } = friction;
  const notice = frictionNotice(friction, error);
  return (
    <SectionCard
      title="Friction score"
      aside={
        <span>
          updated <TimeText time={friction.updatedAt} />
        </span>
      }
    >
      <div className={styles.score}>
        <ScoreRing
          score={score}
          shares={friction.breakdown.map(driver => driver.points)}
          stale={notice?.kind === 'stale' || notice?.kind === 'refresh-failed'}
          label={ringLabel(friction)}
        />
        <div className={styles.scoreWords}>
          {band && <SeverityBadge severity={band} />}
          {band && <span className={styles.note}>{BAND_RANGES[band]}</span>}
          <strong>
            <ScoreChange
              value={friction.changeSinceYesterday}
              suffix="since yesterday"
              same="as yesterday"
            />
          </strong>
          <span className={styles.note}>
            {weekChangeText(friction.changeSinceWeekAgo)}
          </span>
        </div>
      </div>
      {notice && <StateNotice kind={notice.kind}>{notice.text}</StateNotice>}
      <p className={styles.note}>
        How often people went round the platform here. Each event counts its
        points, halved every {parameters.halfLifeDays} days and gone after{' '}
        {parameters.windowDays}; {parameters.threshold} points make 100. A score
        is about a service, never about a person.
      </p>
    </SectionCard>
  );
}
