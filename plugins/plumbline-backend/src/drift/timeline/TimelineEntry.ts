import type {
  Timeline,
  TimelineItem,
} from '@plumbline/backstage-plugin-plumbline-common';

/** An item with its time as a number. */
export interface TimelineEntry extends Omit<TimelineItem, 'time'> {
  /** Milliseconds since the epoch. */
  time: number;
}

/** What one lane gives to a page. */
export interface LanePart {
  entries: TimelineEntry[];
  lane: Timeline['lanes'][number];
  /** Names of people in the entries. */
  people: string[];
}
