import type { LookState } from '@plumbline/backstage-plugin-plumbline-common';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloudOffLine,
  RiExchangeLine,
  RiSubtractLine,
  RiTimeLine,
} from '@remixicon/react';
import styles from './StateBadge.module.css';

/** The word of each state of looking. @public */
export const LOOK_STATE_WORDS: Record<LookState, string> = {
  drift: 'Drift',
  'in-sync': 'In sync',
  partial: 'Partial',
  stale: 'Stale',
  'never-run': 'Not checked yet',
  unobservable: 'Unobservable',
  'not-set-up': 'Not set up',
};

const ICONS = {
  drift: RiExchangeLine,
  'in-sync': RiCheckboxCircleFill,
  partial: RiAlertFill,
  stale: RiTimeLine,
  'never-run': RiTimeLine,
  unobservable: RiCloudOffLine,
  'not-set-up': RiSubtractLine,
};

const TONES: Record<LookState, 'negative' | 'positive' | 'warning' | 'muted'> =
  {
    drift: 'negative',
    'in-sync': 'positive',
    partial: 'warning',
    stale: 'warning',
    'never-run': 'warning',
    unobservable: 'warning',
    'not-set-up': 'muted',
  };

/**
 * State of looking at an entity or a target. *In sync* is the only green one.
 *
 * @public
 */
export function LookStateBadge(props: { state: LookState }) {
  const Icon = ICONS[props.state];
  return (
    <span className={styles.badge} data-tone={TONES[props.state]}>
      <Icon size={14} aria-hidden />
      {LOOK_STATE_WORDS[props.state]}
    </span>
  );
}
