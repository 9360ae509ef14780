import type { EntityFriction } from '@plumbline/backstage-plugin-plumbline-common';
import {
  ScoreRing,
  SeverityBadge,
  Sparkline,
  StateNotice,
  trendSummary,
} from '@plumbline/backstage-plugin-plumbline-react';
import { ringLabel, unknownScoreText } from '../../text/frictionWords';
import { ScoreChange } from '../ScoreChange';
import { frictionNotice } from '../../text/frictionNotice';
import styles from './FrictionCard.module.css';

/** Ring, band and change: the part that card and tab share the words of. */
export function FrictionSummary(props: {
  friction: EntityFriction;
  error: Error | undefined;
}) {
  const { friction, error } = props;
  const isKnown = friction.score !== undefined;
  const notice = frictionNotice(friction, error);
  const unknown = unknownScoreText(friction);
  return (
    <div className={styles.summary}>
      <ScoreRing
        size={92}
        score={friction.score}
        shares={friction.breakdown.map(driver => driver.points)}
        stale={notice?.kind === 'stale' || notice?.kind === 'refresh-failed'}
        label={ringLabel(friction)}
      />
      <div className={styles.words}>
        {isKnown && friction.band && <SeverityBadge severity={friction.band} />}
        {isKnown && (
          <ScoreChange
            value={friction.changeSinceYesterday}
            suffix="since yesterday"
            same="as yesterday"
          />
        )}
        {isKnown && friction.state === 'scored' && (
          <Sparkline
            points={friction.trend}
            label={trendSummary({
              id: 'score',
              label: 'Score',
              points: friction.trend,
            })}
          />
        )}
        {!isKnown && <strong>{unknown.title}</strong>}
        {notice && <StateNotice kind={notice.kind}>{notice.text}</StateNotice>}
      </div>
      {!isKnown && <p className={styles.reason}>{unknown.text}</p>}
      {friction.state === 'quiet' && isKnown && (
        <p className={styles.reason}>
          Nobody went round the platform in {friction.parameters.windowDays}{' '}
          days.
        </p>
      )}
    </div>
  );
}
