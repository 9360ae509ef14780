import { ringSegments } from './ringSegments';
import styles from './ScoreRing.module.css';

/** Properties of {@link ScoreRing}. @public */
export interface ScoreRingProps {
  /** 0 to 100; absent when nothing can be said, which is drawn as a dashed ring with a dash. */
  score?: number;
  /** What each driver adds; the arc is cut there. */
  shares?: number[];
  /** Sentence for screen readers, e.g. `Friction score 76 of 100, high`. */
  label: string;
  /** Width and height in pixels. */
  size?: number;
  /** Old number: the arc is grey. */
  stale?: boolean;
}

const RADIUS = 42;
const STROKE = 9;
const GAP = 0.7;

/** The score as a ring with its number; never a number that is not known. @public */
export function ScoreRing(props: ScoreRingProps) {
  const { score, shares, label, size = 120, stale } = props;
  const segments = score === undefined ? [] : ringSegments(score, shares ?? []);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox="0 0 100 100"
      className={styles.ring}
      data-stale={stale ? '' : undefined}
    >
      <circle
        cx={50}
        cy={50}
        r={RADIUS}
        strokeWidth={STROKE}
        className={score === undefined ? styles.unknown : styles.track}
      />
      {segments.map(segment => (
        <circle
          key={segment.start}
          cx={50}
          cy={50}
          r={RADIUS}
          pathLength={100}
          strokeWidth={STROKE}
          strokeDasharray={`${Math.max(
            0.4,
            segments.length > 1 ? segment.length - GAP : segment.length,
          )} 100`}
          strokeDashoffset={-segment.start}
          transform="rotate(-90 50 50)"
          className={styles.arc}
        />
      ))}
      <text x={50} y={50} className={styles.number}>
        {score ?? '–'}
      </text>
    </svg>
  );
}
