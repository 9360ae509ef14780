export { ScoreRing, type ScoreRingProps } from './ScoreRing';
export { ringSegments, type RingSegment } from './ringSegments';
