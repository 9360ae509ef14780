/** A rectangle in pixels. @internal */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What a mark would like to have written beside it. @internal */
export interface LabelWish {
  id: string;
  /** The mark. */
  x: number;
  y: number;
  /** Above the mark. */
  text: string;
  /** Below the mark; given up first. */
  note?: string;
  /** Lower is served first. */
  priority: number;
}

/** A label that covers nothing else. @internal */
export interface PlacedLabel {
  id: string;
  text: string;
  note: string | undefined;
  x: number;
  /** Baselines. */
  textY: number;
  noteY: number;
  anchor: 'start' | 'middle' | 'end';
}

const CHARACTER_WIDTH = 6.4;
const LINE_HEIGHT = 14;
const TEXT_ABOVE = 12;
const NOTE_BELOW = 21;
const AIR = 4;
type Anchor = PlacedLabel['anchor'];

/** Sides to try, in each of the orders that may leave room for the next label. */
const ANCHOR_ORDERS: Anchor[][] = [
  ['middle', 'start', 'end'],
  ['end', 'middle', 'start'],
  ['start', 'middle', 'end'],
];

/**
 * Serves wishes by priority; a label that would cover a mark, another label or the edge is turned, then shortened to
 * its first line, then left out. Of several ways to turn them the one is taken that leaves the most labels.
 *
 * @param obstacles - what must stay visible
 * @internal
 */
export function placeLabels(
  wishes: LabelWish[],
  obstacles: Box[],
  bounds: { left: number; right: number },
): PlacedLabel[] {
  const ordered = [...wishes].sort(
    (left, right) => left.priority - right.priority,
  );
  return ANCHOR_ORDERS.map(anchors =>
    placeInOrder(ordered, obstacles, bounds, anchors),
  ).reduce((best, other) => (other.length > best.length ? other : best));
}

function placeInOrder(
  wishes: LabelWish[],
  obstacles: Box[],
  bounds: { left: number; right: number },
  anchors: Anchor[],
): PlacedLabel[] {
  const taken = [...obstacles];
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const label = firstFit(wish, taken, bounds, anchors);
    if (label) {
      placed.push(label);
      taken.push(...boxesOf(label));
    }
  }
  return placed;
}

/**
 * @returns a width that is not less than that of the text at 12 px.
 * @internal
 */
export function textWidth(text: string): number {
  return text.length * CHARACTER_WIDTH;
}

function firstFit(
  wish: LabelWish,
  taken: Box[],
  bounds: { left: number; right: number },
  anchors: Anchor[],
): PlacedLabel | undefined {
  const notes = wish.note === undefined ? [undefined] : [wish.note, undefined];
  for (const note of notes) {
    for (const anchor of anchors) {
      const label: PlacedLabel = {
        id: wish.id,
        text: wish.text,
        note,
        x: wish.x + { middle: 0, start: -AIR, end: AIR }[anchor],
        textY: wish.y - TEXT_ABOVE,
        noteY: wish.y + NOTE_BELOW,
        anchor,
      };
      const fits = boxesOf(label).every(
        box =>
          box.left >= bounds.left &&
          box.right <= bounds.right &&
          taken.every(other => !overlap(box, other)),
      );
      if (fits) {
        return label;
      }
    }
  }
  return undefined;
}

function boxesOf(label: PlacedLabel): Box[] {
  const { text, note, textY, noteY } = label;
  return [
    lineBox(label, text, textY),
    ...(note === undefined ? [] : [lineBox(label, note, noteY)]),
  ];
}

function lineBox(
  { x, anchor }: PlacedLabel,
  text: string,
  baseline: number,
): Box {
  const width = textWidth(text);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return {
    left: left - AIR / 2,
    right: left + width + AIR / 2,
    top: baseline - LINE_HEIGHT + AIR,
    bottom: baseline + AIR,
  };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
