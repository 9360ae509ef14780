import {
  RiCheckboxCircleFill,
  RiCloudOffLine,
  RiErrorWarningFill,
  RiLock2Line,
  RiQuestionLine,
  RiSubtractLine,
  RiTimeLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './States.module.css';

/** What a screen says in place of an answer. @public */
export type PanelKind =
  | 'forbidden'
  | 'error'
  | 'not-found'
  | 'not-set-up'
  | 'unobservable'
  | 'never-run'
  | 'empty'
  | 'good';

const ICONS = {
  forbidden: RiLock2Line,
  error: RiErrorWarningFill,
  'not-found': RiQuestionLine,
  'not-set-up': RiSubtractLine,
  unobservable: RiCloudOffLine,
  'never-run': RiTimeLine,
  empty: RiSubtractLine,
  good: RiCheckboxCircleFill,
};

/**
 * A state with its icon, a sentence, what it means, and what to do. Stands where the answer would stand.
 *
 * @public
 */
export function StatePanel(props: {
  kind: PanelKind;
  title: string;
  /** What it means, in one or two sentences. */
  children?: ReactNode;
  /** Buttons or links. */
  actions?: ReactNode;
}) {
  const { kind, title, children, actions } = props;
  const Icon = ICONS[kind];
  return (
    <div
      className={styles.panel}
      role={kind === 'error' ? 'alert' : 'status'}
      data-state={kind}
    >
      <p className={styles.title}>
        <Icon size={20} className={styles.icon} aria-hidden />
        {title}
      </p>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
