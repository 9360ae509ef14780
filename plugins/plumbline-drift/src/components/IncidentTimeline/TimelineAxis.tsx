import type {
  Timeline,
  TimelineItem,
} from '@plumbline/backstage-plugin-plumbline-common';
import { VisuallyHidden } from '@backstage/ui';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { AxisBackground } from './AxisBackground';
import { describeLoss, describeMark } from './describeMark';
import styles from './IncidentTimeline.module.css';
import { LANES, layoutTimeline, type PlacedMark } from './layoutTimeline';
import { markNeighbour } from './markNeighbour';
import { MarkShape } from './TimelineMark';
import type { TimeSpan } from './timeScale';
import { draggedWindow, panWindow, zoomWindow } from './timelineWindow';
import { useDragSpan } from './useDragSpan';
import { useElementWidth } from './useElementWidth';

const INITIAL_WIDTH = 1_000;
const ZOOM = 0.5;
const PAN = 0.25;

/** @internal */
export interface TimelineAxisProps {
  timeline: Timeline;
  span: TimeSpan;
  /** When the incident was there. */
  bars: TimeSpan[];
  /** Key of the item under the pointer or the focus, here or in the list below. */
  lit: string | undefined;
  onLight: (key: string | undefined) => void;
  onOpen: (item: TimelineItem) => void;
  onZoom: (span: TimeSpan) => void;
  /** Shows the same as a table. */
  onList: () => void;
}

/**
 * Four lanes on one axis. One tab stop: arrows go from mark to mark, Enter opens, Shift with arrows zooms and moves; a
 * drag chooses a span.
 *
 * @internal
 */
export function TimelineAxis(props: TimelineAxisProps) {
  const { timeline, span, bars, lit } = props;
  const { onLight, onOpen, onZoom, onList } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useElementWidth(frame, INITIAL_WIDTH);
  const layout = layoutTimeline(timeline, span, width);
  const { marks, labels, scale, height, bottom } = layout;
  const { dragged, handlers } = useDragSpan(scale, onZoom);
  const hintId = useId();

  const [chosen, setChosen] = useState<string>();
  const stop =
    marks.find(({ mark }) => mark.id === chosen) ??
    marks.find(({ mark }) => mark.kind === 'item' && mark.item.ofIncident) ??
    marks[0];
  const litMark = marks.find(({ mark }) => lit && keyOfMark(mark) === lit);

  const act = ({ mark }: PlacedMark) => {
    if (mark.kind === 'item') {
      onOpen(mark.item);
      return;
    }
    // What happened at once stays on one spot however close one looks.
    const closer = draggedWindow(mark.from, mark.to);
    if (closer) {
      onZoom(closer);
    } else {
      onList();
    }
  };

  const onKeyDown = (event: KeyboardEvent, placed: PlacedMark) => {
    const window = event.shiftKey
      ? shiftedWindow(event.key, span, placed.mark.time)
      : undefined;
    const next = event.shiftKey
      ? undefined
      : markNeighbour(
          marks.map(({ mark, lane }) => ({
            id: mark.id,
            time: mark.time,
            lane: LANES.indexOf(lane),
          })),
          placed.mark.id,
          event.key,
        );
    if (window) {
      onZoom(window);
    } else if (next) {
      frame.current
        ?.querySelector<SVGGElement>(`[data-mark="${CSS.escape(next)}"]`)
        ?.focus();
    } else if (event.key === 'Enter') {
      act(placed);
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <div ref={frame} className={styles.frame}>
      <svg
        className={styles.axis}
        width={width}
        height={height}
        role="group"
        aria-label="Audit, Git, sync and drift on one axis"
        aria-describedby={hintId}
        {...handlers}
      >
        <AxisBackground layout={layout} bars={bars} now={Date.now()} />
        {dragged && (
          <rect
            className={styles.dragged}
            x={dragged.left}
            y={10}
            width={dragged.width}
            height={bottom - 10}
          />
        )}
        <g aria-hidden>
          {labels.map(label => (
            <g key={label.id} textAnchor={label.anchor}>
              <text
                className={`${styles.primary} ${styles.halo}`}
                x={label.x}
                y={label.textY}
              >
                {label.text}
              </text>
              {label.note && (
                <text className={styles.halo} x={label.x} y={label.noteY}>
                  {label.note}
                </text>
              )}
            </g>
          ))}
        </g>
        {marks.map(placed => (
          <g
            key={placed.mark.id}
            className={styles.mark}
            data-mark={placed.mark.id}
            role="button"
            tabIndex={placed === stop ? 0 : -1}
            aria-label={describeMark(placed.mark, placed.lane)}
            onKeyDown={event => onKeyDown(event, placed)}
            onClick={() => act(placed)}
            onFocus={() => {
              setChosen(placed.mark.id);
              onLight(keyOfMark(placed.mark));
            }}
            onBlur={() => onLight(undefined)}
            onPointerEnter={() => onLight(keyOfMark(placed.mark))}
            onPointerLeave={() => onLight(undefined)}
          >
            <MarkShape placed={placed} lit={placed === litMark} />
          </g>
        ))}
      </svg>
      <VisuallyHidden>
        {timeline.losses.map(loss => describeLoss(loss)).join('; ')}
      </VisuallyHidden>
      <p id={hintId} className={styles.caption}>
        {litMark
          ? describeMark(litMark.mark, litMark.lane)
          : 'Filled: this incident. Hollow: another one or none. Arrows go from mark to mark, Enter opens, Shift with arrows or a drag zooms.'}
      </p>
    </div>
  );
}

/** @returns what tells an item here from one in the list below: the stored event when there is one. @internal */
export function keyOfItem(item: TimelineItem): string {
  return item.eventId ?? item.id;
}

function keyOfMark(mark: PlacedMark['mark']): string {
  return mark.kind === 'item' ? keyOfItem(mark.item) : mark.id;
}

function shiftedWindow(
  key: string,
  span: TimeSpan,
  centre: number,
): TimeSpan | undefined {
  switch (key) {
    case 'ArrowUp':
      return zoomWindow(span, ZOOM, centre);
    case 'ArrowDown':
      return zoomWindow(span, 1 / ZOOM, centre);
    case 'ArrowLeft':
      return panWindow(span, -PAN);
    case 'ArrowRight':
      return panWindow(span, PAN);
    default:
      return undefined;
  }
}
