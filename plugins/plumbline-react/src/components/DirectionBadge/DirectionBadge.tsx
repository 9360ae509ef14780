import type { Direction } from '@plumbline/backstage-plugin-plumbline-common';
import styles from './DirectionBadge.module.css';

/** The words of each direction. @public */
export const DIRECTION_WORDS: Record<Direction, string> = {
  'live-changed': 'Live changed',
  'git-ahead': 'Git ahead',
  both: 'Both changed',
  unknown: 'Unknown side',
};

/**
 * Which side moved: two dots, Git left and live right, the filled one moved.
 *
 * @public
 */
export function DirectionBadge(props: { direction: Direction }) {
  const { direction } = props;
  const gitMoved = direction === 'git-ahead' || direction === 'both';
  const liveMoved = direction === 'live-changed' || direction === 'both';
  return (
    <span className={styles.badge}>
      <svg viewBox="0 0 26 12" width={26} height={12} aria-hidden>
        <Dot x={5} filled={gitMoved} />
        <path
          d="M10 6h6"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray={direction === 'unknown' ? '2 2' : undefined}
        />
        <Dot x={21} filled={liveMoved} />
      </svg>
      {DIRECTION_WORDS[direction]}
    </span>
  );
}

function Dot(props: { x: number; filled: boolean }) {
  return (
    <circle
      cx={props.x}
      cy="6"
      r="4"
      fill={props.filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
    />
  );
}
