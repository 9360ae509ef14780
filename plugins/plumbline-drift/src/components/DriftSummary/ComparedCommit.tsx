import type { GitCommit } from '@plumbline/backstage-plugin-plumbline-common';
import { Link } from '@backstage/ui';
import { TimeText } from '@plumbline/backstage-plugin-plumbline-react';
import { RiGitCommitLine } from '@remixicon/react';
import styles from './DriftSummary.module.css';

/**
 * The commit that live was compared with.
 *
 * @internal
 */
export function ComparedCommit(props: { commit: GitCommit | undefined }) {
  const { commit } = props;
  return (
    <div className={styles.figure}>
      <span className={styles.label}>Compared with Git</span>
      {commit ? (
        <>
          <span className={styles.commit}>
            <RiGitCommitLine size={16} aria-hidden />
            {commit.url ? (
              <Link href={commit.url}>{commit.sha.slice(0, 7)}</Link>
            ) : (
              commit.sha.slice(0, 7)
            )}
          </span>
          {commit.message && (
            <span className={styles.message} title={commit.message}>
              {commit.message.split('\n', 1)[0]}
            </span>
          )}
          <span className={styles.detail}>
            {commit.author ?? 'author unknown'}
            {commit.time && (
              <>
                , <TimeText time={commit.time} />
              </>
            )}
          </span>
        </>
      ) : (
        <span>unknown</span>
      )}
    </div>
  );
}
