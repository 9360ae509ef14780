import { useId } from 'react';
import { LANE_WORDS } from './describeMark';
import { clip } from './driftBars';
import styles from './IncidentTimeline.module.css';
import type { TimelineLayout } from './layoutTimeline';
import { type TimeSpan, timeTicks } from './timeScale';

/** Narrower than this a tick's label covers its neighbour. */
const PIXELS_PER_TICK = 84;

/**
 * What stands behind the marks: times, lanes with their remarks, lost events, how long the drift lasted, and now.
 *
 * @internal
 */
export function AxisBackground(props: {
  layout: TimelineLayout;
  bars: TimeSpan[];
  /** Milliseconds of the epoch. */
  now: number;
}) {
  const { layout, bars, now } = props;
  const { scale, bottom, lanes } = layout;
  const hatch = useId();
  const ticks = timeTicks(
    scale,
    Math.max(2, Math.floor((scale.right - scale.left) / PIXELS_PER_TICK)),
  );
  const driftY = lanes[lanes.length - 1].y;
  return (
    <g aria-hidden>
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.6" height="6" className={styles.hatch} />
        </pattern>
      </defs>
      {ticks.map(({ time, label }) => (
        <g key={time}>
          <path className={styles.grid} d={`M${scale.x(time)} 10V${bottom}`} />
          <text x={scale.x(time)} y={bottom + 20} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {lanes.map(({ lane, y, remark, remarkY }) => (
        <g key={lane}>
          <text className={styles.lane} x={0} y={y + 4}>
            {LANE_WORDS[lane]}
          </text>
          <path
            className={styles.line}
            d={`M${scale.left} ${y}H${scale.right}`}
          />
          {remark && (
            <text x={scale.left + 4} y={remarkY} className={styles.halo}>
              {remark}
            </text>
          )}
        </g>
      ))}
      {layout.losses.map(loss => (
        <g key={loss.id} className={styles.loss}>
          <rect
            x={loss.x}
            y={loss.y}
            width={loss.width}
            height={loss.height}
            fill={`url(#${hatch})`}
          />
          {loss.text && (
            <text x={loss.textX} y={loss.textY} textAnchor="middle">
              {loss.text}
            </text>
          )}
        </g>
      ))}
      {bars.map(bar => {
        const seen = clip(bar, scale);
        return (
          seen && (
            <path
              key={bar.from}
              className={styles.bar}
              d={`M${scale.x(seen.from)} ${driftY}H${scale.x(seen.to)}`}
            />
          )
        );
      })}
      {now >= scale.from && now <= scale.to && (
        <>
          <path className={styles.now} d={`M${scale.x(now)} 10V${bottom}`} />
          <text
            className={styles.primary}
            x={scale.x(now) - 6}
            y={18}
            textAnchor="end"
          >
            now
          </text>
        </>
      )}
    </g>
  );
}
