import {
  RiAlertFill,
  RiCloudOffLine,
  RiErrorWarningFill,
  RiTimeLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './States.module.css';

const ICONS = {
  stale: RiTimeLine,
  partial: RiAlertFill,
  unobservable: RiCloudOffLine,
  'refresh-failed': RiErrorWarningFill,
};

/**
 * One line that stands in front of an answer which is old, has a gap, or could not be renewed.
 *
 * @public
 */
export function StateNotice(props: {
  kind: 'stale' | 'partial' | 'unobservable' | 'refresh-failed';
  children: ReactNode;
  action?: ReactNode;
}) {
  const Icon = ICONS[props.kind];
  return (
    <p className={styles.notice} role="status" data-state={props.kind}>
      <Icon size={14} className={styles.icon} aria-hidden />
      <span>{props.children}</span>
      {props.action}
    </p>
  );
}
