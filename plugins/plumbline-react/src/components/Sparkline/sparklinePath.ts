import type { TrendPoint } from '@plumbline/backstage-plugin-plumbline-common';

/** A line in a box of `width` × `height`, and where its last known value stands. @internal */
export interface SparklinePath {
  /** SVG path; days without a value break the line. */
  path: string;
  end?: { x: number; y: number };
}

/**
 * @param points - one per day, oldest first
 * @param maximum - value at the top edge
 * @internal
 */
export function sparklinePath(
  points: TrendPoint[],
  size: { width: number; height: number; maximum: number },
): SparklinePath {
  const { width, height, maximum } = size;
  const stepX = points.length > 1 ? width / (points.length - 1) : 0;
  const parts: string[] = [];
  let end: SparklinePath['end'];
  let isDrawing = false;
  points.forEach((point, index) => {
    if (point.value === undefined) {
      isDrawing = false;
      return;
    }
    const x = Math.round(index * stepX * 10) / 10;
    const share = maximum > 0 ? Math.min(1, point.value / maximum) : 0;
    const y = Math.round((height - share * height) * 10) / 10;
    parts.push(`${isDrawing ? 'L' : 'M'}${x} ${y}`);
    end = { x, y };
    isDrawing = true;
  });
  return { path: parts.join(''), end };
}
