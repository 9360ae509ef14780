import type { EntityDrift } from '@plumbline/backstage-plugin-plumbline-common';
import { Button } from '@backstage/ui';
import {
  AgeText,
  describeFailure,
  formatDuration,
  StateNotice,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiRefreshLine } from '@remixicon/react';
import { useCheckNow } from '../../hooks/useCheckNow';
import styles from './DriftSummary.module.css';

/**
 * When the service was compared last, and the button that compares it now. Rows stay until the run ends.
 *
 * @internal
 */
export function LastCheck(props: {
  drift: EntityDrift;
  onChecked: () => void;
}) {
  const { drift, onChecked } = props;
  const { lastCheckAt, checkIntervalSeconds } = drift;
  const { checkNow, checking, error } = useCheckNow(drift, onChecked);
  return (
    <div className={styles.figure}>
      <span className={styles.label}>Last check</span>
      <span aria-live="polite">
        {lastCheckAt ? (
          <>
            <TimeText time={lastCheckAt} />{' '}
            <span className={styles.detail}>
              <AgeText time={lastCheckAt} suffix=" ago" />
            </span>
          </>
        ) : (
          'never'
        )}
      </span>
      <span className={styles.detail}>
        every {formatDuration(checkIntervalSeconds)} and on each write
      </span>
      <span>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiRefreshLine />}
          isPending={checking}
          onPress={checkNow}
        >
          Check now
        </Button>
      </span>
      {error && (
        <StateNotice kind="refresh-failed">
          {describeFailure(error, 'the check', 'plumbline.drift.run').text}
        </StateNotice>
      )}
    </div>
  );
}
