import type { TrendPoint } from '@plumbline/backstage-plugin-plumbline-common';
import { sparklinePath } from './sparklinePath';
import styles from './Sparkline.module.css';

/** Properties of {@link Sparkline}. @public */
export interface SparklineProps {
  points: TrendPoint[];
  /** Sentence for screen readers. */
  label: string;
  /** Value at the top edge. */
  maximum?: number;
  width?: number;
  height?: number;
}

/** A line without axes for rows and cards; a day that is not known is a gap. @public */
export function Sparkline(props: SparklineProps) {
  const { points, label, maximum = 100, width = 120, height = 24 } = props;
  const { path, end } = sparklinePath(points, {
    width: width - 8,
    height: height - 8,
    maximum,
  });
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      className={styles.sparkline}
    >
      <g transform="translate(4 4)">
        <path d={path} />
        {end && <circle cx={end.x} cy={end.y} r={3} />}
      </g>
    </svg>
  );
}
