import type { AuditEventRow } from '@plumbline/backstage-plugin-plumbline-common';
import {
  RiCheckLine,
  RiCloseCircleLine,
  RiForbidLine,
  RiLoader2Line,
  RiQuestionLine,
} from '@remixicon/react';
import { OUTCOME_WORDS, resultText } from './outcomeWords';
import styles from './EventDrawer.module.css';

const ICONS = {
  success: RiCheckLine,
  denied: RiForbidLine,
  failed: RiCloseCircleLine,
  started: RiLoader2Line,
  unknown: RiQuestionLine,
};

/** How a request ended: a shape and a word or the status code. @public */
export function ResultBadge(props: {
  event: Pick<AuditEventRow, 'outcome' | 'code' | 'dryRun'>;
}) {
  const { event } = props;
  const Icon = ICONS[event.outcome];
  return (
    <span
      className={styles.result}
      data-outcome={event.outcome}
      title={OUTCOME_WORDS[event.outcome]}
    >
      <Icon size={14} aria-hidden />
      {resultText(event)}
      {event.dryRun && <span className={styles.dryRun}>dry run</span>}
    </span>
  );
}
