import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { scoreChange } from '../../text/frictionWords';
import styles from './ScoreChange.module.css';

/** How a score moved: an arrow with a name, and the amount. Nothing where no older score is known. */
export function ScoreChange(props: {
  value: number | undefined;
  /** What it is compared with, e.g. `since yesterday`. */
  suffix?: string;
  /** What is said instead of 0. */
  same?: string;
}) {
  const { value, suffix, same = '0' } = props;
  const change = scoreChange(value);
  if (!change) {
    return null;
  }
  return (
    <span className={styles.change}>
      {change.direction === 'up' && <RiArrowUpLine size={16} aria-label="up" />}
      {change.direction === 'down' && (
        <RiArrowDownLine size={16} aria-label="down" />
      )}
      {change.direction === 'same'
        ? same
        : [change.amount, suffix].filter(Boolean).join(' ')}
    </span>
  );
}
