import { Button, VisuallyHidden } from '@backstage/ui';
import { RiBroadcastLine, RiPauseLine, RiPlayLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import type { LiveTailResult } from './useLiveTail';
import { useRareAnnouncement } from './useRareAnnouncement';
import styles from './LiveTail.module.css';

const CONNECTION_WORDS = {
  off: 'Live tail is off',
  connecting: 'Connecting',
  live: 'Live',
  broken: 'Connection lost, trying again',
};

/** @returns e.g. `4 new`, `at least 500 new`; empty when nothing waits. */
function waitingText(tail: LiveTailResult): string {
  if (tail.waiting.length === 0) {
    return '';
  }
  return `${tail.overflow ? 'at least ' : ''}${tail.waiting.length} new`;
}

/** Head of a live list: how the connection is, what waits, and Pause. @public */
export function LiveTailBar(props: {
  tail: LiveTailResult;
  /** Stands after the state of the connection, e.g. what is folded away. */
  children?: ReactNode;
}) {
  const { tail, children } = props;
  const waiting = waitingText(tail);
  const announcement = useRareAnnouncement(
    waiting ? `${waiting} events wait` : '',
  );
  const isOn = tail.connection !== 'off';
  return (
    <div className={styles.bar} data-connection={tail.connection}>
      <RiBroadcastLine size={16} aria-hidden className={styles.icon} />
      <strong>
        {tail.paused && isOn ? 'Paused' : CONNECTION_WORDS[tail.connection]}
      </strong>
      {children}
      {waiting && (
        <span className={styles.waiting}>
          <strong>{waiting}</strong>
          <button type="button" className={styles.link} onClick={tail.show}>
            Show
          </button>
        </span>
      )}
      <VisuallyHidden>
        <span aria-live="polite">{announcement}</span>
      </VisuallyHidden>
      {isOn && (
        <span className={styles.end}>
          <Button
            size="small"
            variant="tertiary"
            iconStart={tail.paused ? <RiPlayLine /> : <RiPauseLine />}
            onPress={() => tail.setPaused(!tail.paused)}
          >
            {tail.paused ? 'Resume' : 'Pause'}
          </Button>
        </span>
      )}
    </div>
  );
}
