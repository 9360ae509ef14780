import type { Feed } from '@plumbline/backstage-plugin-plumbline-common';
import { formatTime } from '@plumbline/backstage-plugin-plumbline-react';
import { FeedBadge, feedState } from '../FeedBadge';
import styles from './FeedsPage.module.css';

/** Why a feed is not good, and what that means for drift and friction there. */
export function FeedNotes(props: { feeds: Feed[] }) {
  const notes = props.feeds.flatMap(feed => {
    const state = feedState(feed);
    return state.tone === 'good' || !state.reason
      ? []
      : [{ feed, reason: state.reason }];
  });
  if (notes.length === 0) {
    return null;
  }
  return (
    <ul className={styles.notes}>
      {notes.map(({ feed, reason }) => (
        <li key={feed.cluster}>
          <span className={styles.noteHead}>
            <strong>{feed.cluster}</strong> <FeedBadge feed={feed} />
          </span>
          <span>
            {reason}.
            {feed.unobservableSince &&
              ` Not readable since ${formatTime(feed.unobservableSince)}.`}
            {!feed.observable && ' Drift there is unknown, not zero.'}
            {feed.state !== 'live' && ' Friction there is unknown, not zero.'}
          </span>
        </li>
      ))}
    </ul>
  );
}
