import type { TargetSync } from '@plumbline/backstage-plugin-plumbline-common';
import { TimeText } from '@plumbline/backstage-plugin-plumbline-react';
import { RiLoopLeftLine } from '@remixicon/react';
import styles from './DriftSummary.module.css';
import { syncPolicyWords } from './syncPolicyWords';

/**
 * What the GitOps controller of a target says that it applied, and whether it takes hand edits back.
 *
 * @internal
 */
export function TargetSyncNote(props: { sync: TargetSync }) {
  const { controller, revision, appliedAt, message } = props.sync;
  return (
    <span className={styles.note}>
      <RiLoopLeftLine size={14} aria-hidden />
      <span>
        {controller}
        {revision && (
          <>
            {' '}
            applied <code>{revision.slice(0, 7)}</code>
          </>
        )}
        {appliedAt && (
          <>
            {' '}
            <TimeText time={appliedAt} />
          </>
        )}
        {syncPolicyWords(props.sync)}
        {message && `: ${message}`}
      </span>
    </span>
  );
}
