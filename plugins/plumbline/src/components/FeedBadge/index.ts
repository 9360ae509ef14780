export { FeedBadge } from './FeedBadge';
export { feedState, type FeedState } from './feedState';
