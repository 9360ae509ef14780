import type { Target } from '@plumbline/backstage-plugin-plumbline-common';
import {
  LookStateBadge,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiCloudOffLine, RiInformationLine } from '@remixicon/react';
import { isUnobservable, objectsSentence } from '../../findings';
import styles from './DriftSummary.module.css';
import { TargetSyncNote } from './TargetSyncNote';

/**
 * One line per target: where, its state, how much of it could be compared, why not more, and what else to know of it.
 *
 * @internal
 */
export function TargetLines(props: { targets: Target[] }) {
  return (
    <ul className={styles.targets} aria-label="Targets">
      {props.targets.map(target => (
        <li key={target.id}>
          <span className={styles.targetHead}>
            <strong>{target.cluster}</strong>
            <LookStateBadge state={target.state} />
            <span className={styles.objects}>{objectsSentence(target)}</span>
          </span>
          <span className={styles.targetHead}>
            <code className={styles.targetPath}>{target.path}</code>
            {target.sync && <TargetSyncNote sync={target.sync} />}
            <TargetNote target={target} />
          </span>
          {target.remarks?.map(remark => (
            <span key={remark} className={styles.remark}>
              <RiInformationLine size={14} aria-hidden />
              <span>{remark}</span>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function TargetNote(props: { target: Target }) {
  const { target } = props;
  const blind = isUnobservable(target);
  const text = target.reason ?? target.auditCoverage;
  if (!text && !target.unverifiedSince) {
    return null;
  }
  const Icon = blind ? RiCloudOffLine : RiInformationLine;
  return (
    <span className={styles.note}>
      <Icon size={14} aria-hidden />
      <span>
        {text}
        {target.unverifiedSince && (
          <>
            {' '}
            since <TimeText time={target.unverifiedSince} />
          </>
        )}
      </span>
    </span>
  );
}
