import type {
  Timeline,
  TimelineItem,
  TimelineLane,
} from '@plumbline/backstage-plugin-plumbline-common';
import { readableTimes } from '@plumbline/backstage-plugin-plumbline-react';
import { DateTime } from 'luxon';
import { clip } from './driftBars';
import { type LaneMark, laneMarks } from './laneMarks';
import { markLabel } from './markLabel';
import { packRows } from './packRows';
import { pileMarks } from './pileMarks';
import {
  type Box,
  type LabelWish,
  type PlacedLabel,
  placeLabels,
  textWidth,
} from './placeLabels';
import { type TimeScale, timeScale, type TimeSpan } from './timeScale';

/** The lanes from top to bottom. @internal */
export const LANES: readonly TimelineLane[] = ['audit', 'git', 'sync', 'drift'];

/** A mark with its place. @internal */
export interface PlacedMark {
  mark: LaneMark;
  lane: TimelineLane;
  x: number;
  y: number;
}

/** A lane with its place. @internal */
export interface PlacedLane {
  lane: TimelineLane;
  /** The line that the marks stand on. */
  y: number;
  /** Why nothing is known of it, or what else there is to say. */
  remark: string | undefined;
  /** Base line of the remark: above all marks of the lane. */
  remarkY: number;
}

/** Lost audit events with their place. @internal */
export interface PlacedLoss {
  id: string;
  /** `undefined` where it would cover that of a longer loss. */
  text: string | undefined;
  x: number;
  width: number;
  y: number;
  height: number;
  textX: number;
  textY: number;
}

/** Everything on the axis with its place, in pixels. @internal */
export interface TimelineLayout {
  scale: TimeScale;
  lanes: PlacedLane[];
  marks: PlacedMark[];
  labels: PlacedLabel[];
  losses: PlacedLoss[];
  /** Bottom of the lanes. */
  bottom: number;
  height: number;
}

const LEFT = 72;
const RIGHT = 20;
const TOP = 12;
const LANE_HEIGHT = 56;
const LOSS_TEXT_HEIGHT = 18;
const LINE_BELOW_TOP = 32;
const ROW_HEIGHT = 16;
const MAX_ROWS = 3;
const MARK_GAP = 14;
const AXIS_HEIGHT = 30;
const LOSS_REACH = 24;
const REMARK_LIFT = 10;

/**
 * @param width - of the whole drawing
 * @internal
 */
export function layoutTimeline(
  timeline: Pick<Timeline, 'items' | 'losses' | 'lanes'>,
  span: TimeSpan,
  width: number,
): TimelineLayout {
  const scale = timeScale(span, LEFT, Math.max(LEFT + 1, width - RIGHT));
  const hasLosses = timeline.losses.some(loss => clip(spanOf(loss), span));
  const lanes: PlacedLane[] = [];
  const marks: PlacedMark[] = [];
  let top = TOP;
  for (const lane of LANES) {
    const inLane = pileMarks(
      laneMarks(
        timeline.items.filter(item => item.lane === lane),
        span,
      ),
      mark => scale.x(mark.time),
      { gap: MARK_GAP, max: MAX_ROWS },
    );
    const xs = inLane.map(mark => scale.x(mark.time));
    const rows = packRows(xs, MARK_GAP, MAX_ROWS);
    const extra = Math.max(0, ...rows) * ROW_HEIGHT;
    const y = top + LINE_BELOW_TOP + extra;
    const known = timeline.lanes.find(item => item.lane === lane);
    const remark = known?.reason ?? known?.note;
    lanes.push({
      lane,
      y,
      remark: remark && fit(remark, scale),
      remarkY: y - extra - REMARK_LIFT,
    });
    marks.push(
      ...inLane.map((mark, index) => ({
        mark,
        lane,
        x: xs[index],
        y: y - rows[index] * ROW_HEIGHT,
      })),
    );
    top +=
      LANE_HEIGHT +
      extra +
      (lane === 'audit' && hasLosses ? LOSS_TEXT_HEIGHT : 0);
  }
  const losses = placeLosses(timeline.losses, scale, lanes[0].y);
  const labels = placeLabels(
    marks.flatMap(wishOf),
    [
      ...marks.map(markBox),
      ...lanes.flatMap(remarkBox),
      ...losses.flatMap(lossBoxes),
    ],
    { left: LEFT - LOSS_REACH, right: width },
  );
  return {
    scale,
    lanes,
    marks,
    labels,
    losses,
    bottom: top,
    height: top + AXIS_HEIGHT,
  };
}

function placeLosses(
  losses: Timeline['losses'],
  scale: TimeScale,
  y: number,
): PlacedLoss[] {
  const placed = losses.flatMap((loss): PlacedLoss[] => {
    const seen = clip(spanOf(loss), scale);
    if (!seen) {
      return [];
    }
    const x = scale.x(seen.from);
    const width = Math.max(4, scale.x(seen.to) - x);
    const half = textWidth(loss.text) / 2;
    return [
      {
        id: `${loss.from} ${loss.to} ${loss.text}`,
        text: loss.text,
        x,
        width,
        y: y - LOSS_REACH,
        height: 2 * LOSS_REACH,
        textX: Math.min(
          scale.right - half,
          Math.max(scale.left + half, x + width / 2),
        ),
        textY: y + LOSS_REACH + 15,
      },
    ];
  });
  const written = longestApart(placed);
  return placed.map(loss =>
    written.includes(loss) ? loss : { ...loss, text: undefined },
  );
}

/** Of losses whose words would cover each other the longest. */
function longestApart(losses: PlacedLoss[]): PlacedLoss[] {
  const reach = ({ text = '' }: PlacedLoss) => textWidth(text) / 2;
  const kept: PlacedLoss[] = [];
  for (const loss of [...losses].sort((a, b) => b.width - a.width)) {
    const isFree = kept.every(
      other => Math.abs(other.textX - loss.textX) >= reach(other) + reach(loss),
    );
    if (isFree) {
      kept.push(loss);
    }
  }
  return kept;
}

function wishOf({ mark, x, y }: PlacedMark): LabelWish[] {
  if (mark.kind === 'count') {
    return [];
  }
  const { item } = mark;
  return [
    {
      id: mark.id,
      x,
      y,
      text: markLabel(item),
      note: noteOf(item),
      priority: item.ofIncident ? 0 : 1,
    },
  ];
}

/** A remark may be as long as its lane. */
function fit(remark: string, { left, right }: TimeScale): string {
  const whole = readableTimes(remark);
  const characters = Math.floor((right - left) / textWidth('m'));
  return whole.length > characters
    ? `${whole.slice(0, Math.max(1, characters - 1))}…`
    : whole;
}

function noteOf({ time, incident }: TimelineItem): string {
  const at = DateTime.fromISO(time).toFormat('HH:mm:ss');
  return incident ? `${at} · INC-${incident.number}` : at;
}

function spanOf({ from, to }: { from: string; to: string }): TimeSpan {
  return { from: Date.parse(from), to: Date.parse(to) };
}

function markBox({ x, y }: PlacedMark): Box {
  return { left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 };
}

/** The remark stands at the begin of the lane. */
function remarkBox({ remark, remarkY }: PlacedLane): Box[] {
  return remark === undefined
    ? []
    : [
        {
          left: LEFT,
          right: LEFT + textWidth(remark),
          top: remarkY - 12,
          bottom: remarkY + 4,
        },
      ];
}

function lossBoxes({ x, width, y, height, text, textX, textY }: PlacedLoss) {
  const half = textWidth(text ?? '') / 2;
  return [
    { left: x, right: x + width, top: y, bottom: y + height },
    {
      left: textX - half,
      right: textX + half,
      top: textY - 11,
      bottom: textY + 4,
    },
  ];
}
