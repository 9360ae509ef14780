import type { EntityDrift } from '@plumbline/backstage-plugin-plumbline-common';
import { StateNotice } from '@plumbline/backstage-plugin-plumbline-react';
import {
  RiCheckboxCircleFill,
  RiExchangeLine,
  RiQuestionLine,
} from '@remixicon/react';
import {
  coverageSentence,
  driftHeadline,
  incidentsSentence,
  isLookedAt,
} from '../../findings';
import styles from './DriftSummary.module.css';

const ICONS = {
  drift: RiExchangeLine,
  good: RiCheckboxCircleFill,
  unknown: RiQuestionLine,
};

/**
 * The answer of the screen in its first line, with what limits it.
 *
 * @internal
 */
export function StateSentence(props: { drift: EntityDrift }) {
  const { drift } = props;
  const { tone, text, limits } = driftHeadline(drift);
  const Icon = ICONS[tone];
  return (
    <div className={styles.figure}>
      <p className={styles.answer} data-tone={tone} role="status">
        <Icon size={20} aria-hidden />
        {text}
      </p>
      {tone === 'good' ? (
        <p className={styles.detail}>{coverageSentence(drift)}</p>
      ) : (
        (isLookedAt(drift) || drift.openIncidents.length > 0) && (
          <p className={styles.detail}>
            {incidentsSentence(drift.openIncidents)}
          </p>
        )
      )}
      {limits.map(limit => (
        <StateNotice key={limit.text} kind={limit.kind}>
          {limit.text}
        </StateNotice>
      ))}
    </div>
  );
}
