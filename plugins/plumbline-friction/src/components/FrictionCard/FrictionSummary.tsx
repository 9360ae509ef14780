import type { EntityFriction } from '@plumbline/backstage-plugin-plumbline-common';
import {
  ScoreRing,
  SeverityBadge,
  Sparkline,
  StateNotice,
  trendSummary,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import {
  ringLabel,
  scoreChange,
  unknownScoreText,
} from '../../text/frictionWords';
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
  const change = scoreChange(friction.changeSinceYesterday);
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
        {isKnown && change && (
          <span className={styles.change}>
            {change.direction === 'up' && (
              <RiArrowUpLine size={16} aria-label="up" />
            )}
            {change.direction === 'down' && (
              <RiArrowDownLine size={16} aria-label="down" />
            )}
            {change.direction === 'same'
              ? 'as yesterday'
              : `${change.amount} since yesterday`}
          </span>
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
