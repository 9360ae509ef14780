import type { IncidentSummary } from '@plumbline/backstage-plugin-plumbline-common';
import {
  RiCheckboxCircleLine,
  RiCircleLine,
  RiHistoryLine,
  RiRecordCircleLine,
} from '@remixicon/react';
import styles from './StateBadge.module.css';

/** The word of each state of an incident. @public */
export const INCIDENT_STATE_WORDS: Record<IncidentSummary['state'], string> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
  reopened: 'Reopened',
};

const ICONS = {
  open: RiCircleLine,
  acknowledged: RiRecordCircleLine,
  resolved: RiCheckboxCircleLine,
  reopened: RiHistoryLine,
};

/**
 * Where an incident stands in its life.
 *
 * @public
 */
export function IncidentStateBadge(props: { state: IncidentSummary['state'] }) {
  const Icon = ICONS[props.state];
  return (
    <span className={styles.badge} data-tone="plain">
      <Icon size={14} aria-hidden />
      {INCIDENT_STATE_WORDS[props.state]}
    </span>
  );
}
