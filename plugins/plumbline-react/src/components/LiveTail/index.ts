export { LiveTailBar } from './LiveTailBar';
export { type LiveTailState } from './liveTailState';
export {
  useLiveTail,
  type LiveTailConnection,
  type LiveTailResult,
} from './useLiveTail';
