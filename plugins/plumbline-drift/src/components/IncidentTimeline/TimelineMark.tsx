import type { TimelineLane } from '@plumbline/backstage-plugin-plumbline-common';
import type { PlacedMark } from './layoutTimeline';
import styles from './IncidentTimeline.module.css';

/**
 * The shape of a mark: a circle for what happened elsewhere, a diamond for drift, a square for an acknowledgement, a
 * number for many. Filled is of this incident, hollow of another.
 *
 * @internal
 */
export function MarkShape(props: { placed: PlacedMark; lit: boolean }) {
  const { mark, x, y, lane } = props.placed;
  const className = styles.shape;
  const grow = props.lit ? 1.5 : 0;
  if (mark.kind === 'count') {
    return (
      <>
        <rect
          className={className}
          data-own={mark.own > 0}
          x={x - 13}
          y={y - 9}
          width={26}
          height={18}
          rx={9}
        />
        <text
          className={styles.count}
          data-own={mark.own > 0}
          x={x}
          y={y + 4}
          textAnchor="middle"
        >
          {mark.count > 999 ? '999+' : mark.count}
        </text>
      </>
    );
  }
  const own = mark.item.ofIncident;
  switch (shapeOf(lane, mark.item.kind)) {
    case 'square':
      return (
        <rect
          className={className}
          data-own={own}
          x={x - 6 - grow}
          y={y - 6 - grow}
          width={12 + 2 * grow}
          height={12 + 2 * grow}
          rx={2}
        />
      );
    case 'diamond': {
      const reach = 7 + grow;
      return (
        <path
          className={className}
          data-own={own}
          d={`M${x} ${
            y - reach
          }l${reach} ${reach}-${reach} ${reach}-${reach}-${reach}z`}
        />
      );
    }
    default:
      return (
        <circle
          className={className}
          data-own={own}
          cx={x}
          cy={y}
          r={(own ? 6 : 5) + grow}
        />
      );
  }
}

function shapeOf(
  lane: TimelineLane,
  kind: string,
): 'circle' | 'diamond' | 'square' {
  if (lane !== 'drift') {
    return 'circle';
  }
  return kind === 'acknowledged' ? 'square' : 'diamond';
}
