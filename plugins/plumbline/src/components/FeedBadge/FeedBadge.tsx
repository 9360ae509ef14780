import type { Feed } from '@plumbline/backstage-plugin-plumbline-common';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloudOffLine,
  RiSubtractLine,
} from '@remixicon/react';
import { feedState } from './feedState';
import styles from './FeedBadge.module.css';

const ICONS = {
  unobservable: RiCloudOffLine,
  partial: RiAlertFill,
  live: RiCheckboxCircleFill,
  none: RiSubtractLine,
};

/** State of a cluster's feed: a shape and a word. */
export function FeedBadge(props: { feed: Feed }) {
  const { word, tone, icon } = feedState(props.feed);
  const Icon = ICONS[icon];
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {word}
    </span>
  );
}
