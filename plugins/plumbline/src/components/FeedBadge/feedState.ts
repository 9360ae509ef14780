import type { Feed } from '@plumbline/backstage-plugin-plumbline-common';

/** What is said of a cluster and its feed, worst first. */
export interface FeedState {
  word: string;
  tone: 'good' | 'warning' | 'muted';
  icon: 'unobservable' | 'partial' | 'live' | 'none';
  /** Why, where it is not good. */
  reason: string | undefined;
}

const SILENT_WORDS = {
  silent: 'Silent',
  never: 'No events yet',
  'no-subject': 'No sender',
} as const;

/**
 * A feed that is silent is a gap of what happened; a cluster that cannot be read is a gap of what is. A cluster
 * without live access by choice is not a failure.
 */
export function feedState(feed: Feed): FeedState {
  if (!feed.observable && feed.access !== 'none') {
    return {
      word: 'Unobservable',
      tone: 'warning',
      icon: 'unobservable',
      reason: [feed.unobservableReason, feed.reason].filter(Boolean).join('; '),
    };
  }
  if (feed.state !== 'live') {
    return {
      word: SILENT_WORDS[feed.state],
      tone: feed.state === 'silent' ? 'warning' : 'muted',
      icon: feed.state === 'silent' ? 'partial' : 'none',
      reason: feed.reason,
    };
  }
  if (feed.quarantined > 0) {
    return {
      word: 'Partial',
      tone: 'warning',
      icon: 'partial',
      reason: `${feed.quarantined} could not be stored and ${
        feed.quarantined === 1 ? 'is' : 'are'
      } in quarantine`,
    };
  }
  return { word: 'Live', tone: 'good', icon: 'live', reason: feed.reason };
}
