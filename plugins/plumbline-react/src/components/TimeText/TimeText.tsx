import { DateTime } from 'luxon';
import { formatAge, formatTime } from './formatTime';
import styles from './TimeText.module.css';

/**
 * A point in time in the reader's zone; the full time with its zone is the tooltip.
 *
 * @public
 */
export function TimeText(props: { time: string }) {
  return (
    <time
      className={styles.time}
      dateTime={props.time}
      title={fullTime(props.time)}
    >
      {formatTime(props.time)}
    </time>
  );
}

/**
 * How long ago something was; the full time is the tooltip.
 *
 * @public
 */
export function AgeText(props: { time: string; suffix?: string }) {
  return (
    <time
      className={styles.time}
      dateTime={props.time}
      title={fullTime(props.time)}
    >
      {formatAge(props.time)}
      {props.suffix}
    </time>
  );
}

function fullTime(iso: string): string {
  return DateTime.fromISO(iso).toFormat('d LLLL yyyy HH:mm:ss ZZZZ', {
    locale: 'en-GB',
  });
}
