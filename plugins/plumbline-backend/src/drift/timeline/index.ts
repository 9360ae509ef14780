export { createTimeline } from './createTimeline';
