export { LiveTailBar } from './LiveTailBar';
export {
  EMPTY_LIVE_TAIL,
  liveTailReducer,
  type LiveTailAction,
  type LiveTailState,
} from './liveTailState';
export {
  readAuditEventStream,
  type AuditEventStreamHandlers,
} from './readAuditEventStream';
export {
  useLiveTail,
  type LiveTailConnection,
  type LiveTailResult,
} from './useLiveTail';
