/**
 * A stretch of time of which no, or not all, audit events were received.
 *
 * @public
 */
export interface CoverageGap {
  /** ISO 8601. */
  from: string;
  /** ISO 8601. */
  to: string;
  reason: string;
}

/**
 * The time in which a difference must have come about.
 *
 * @public
 */
export interface AttributionOptions {
  /** ISO 8601: when the object was last seen as Git wants it. */
  lastCleanObservation?: string;
  /** ISO 8601: when the live object was read. */
  observedAt?: string;
  coverageGaps?: readonly CoverageGap[];
  /**
   * Whether desired is the same as at the last clean observation. When `true`,
   * every difference came about in the window, whatever last-applied says.
   */
  desiredUnchanged?: boolean;
}

/** The window in microseconds since the epoch. */
export interface AttributionWindow {
  /** Whether an observation opens it; without one it has no beginning. */
  observed: boolean;
  from: number;
  to: number;
  gaps: Array<{ from: number; to: number; reason: string }>;
}

export function openWindow(options: AttributionOptions): AttributionWindow {
  const from = microsOf(options.lastCleanObservation);
  return {
    observed: from !== undefined,
    from: from ?? -Infinity,
    to: microsOf(options.observedAt) ?? Infinity,
    gaps: (options.coverageGaps ?? []).map(gap => ({
      from: microsOf(gap.from) ?? -Infinity,
      to: microsOf(gap.to) ?? Infinity,
      reason: gap.reason,
    })),
  };
}

/** Gaps in which a later write may have gone unseen. */
export function gapsAfter(window: AttributionWindow, timeMicros: number) {
  return window.gaps.filter(gap => gap.to > timeMicros && gap.from < window.to);
}

/** Gaps that touch the window at all. */
export function gapsWithin(window: AttributionWindow) {
  return gapsAfter(window, window.from);
}

/** Date.parse knows milliseconds; audit events have six digits. */
export function microsOf(time: unknown): number | undefined {
  if (typeof time !== 'string') {
    return undefined;
  }
  const millis = Date.parse(time);
  if (Number.isNaN(millis)) {
    return undefined;
  }
  const fraction = /\.(\d+)/.exec(time)?.[1] ?? '';
  const below = fraction.slice(3, 6).padEnd(3, '0');
  return millis * 1000 + Number(below);
}
