import type { IncidentDetail } from '@plumbline/backstage-plugin-plumbline-common';
import {
  SectionCard,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import styles from './IncidentPage.module.css';

const KIND_WORDS: Record<IncidentDetail['history'][number]['kind'], string> = {
  opened: 'Opened',
  refreshed: 'Checked again',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
  reopened: 'Reopened',
  unverified: 'Could not be checked',
};

/**
 * What happened to the incident itself, newest first.
 *
 * @internal
 */
export function IncidentHistory(props: { history: IncidentDetail['history'] }) {
  const newestFirst = [...props.history].sort((left, right) =>
    right.time.localeCompare(left.time),
  );
  return (
    <SectionCard title="History">
      {newestFirst.length === 0 ? (
        <p className={styles.text}>Nothing was recorded yet.</p>
      ) : (
        <ol className={styles.history}>
          {newestFirst.map(item => (
            <li key={`${item.time} ${item.kind}`}>
              <span className={styles.small}>
                <TimeText time={item.time} />
              </span>
              <span>
                <strong>{KIND_WORDS[item.kind]}</strong>
                <span className={styles.note}>{item.text}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </SectionCard>
  );
}
