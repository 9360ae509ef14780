import { type PointerEvent, useState } from 'react';
import type { TimeScale, TimeSpan } from './timeScale';
import { draggedWindow } from './timelineWindow';

/** A drag that is shorter than this is a click. */
const MIN_PIXELS = 6;

/**
 * Lets a drag along the axis choose a span.
 *
 * @returns the pixels that are dragged over, and what the element that is dragged on needs.
 * @internal
 */
export function useDragSpan(
  scale: TimeScale,
  onChoose: (span: TimeSpan) => void,
) {
  const [drag, setDrag] = useState<{ start: number; end: number }>();

  const xOf = (event: PointerEvent<SVGSVGElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return Math.min(scale.right, Math.max(scale.left, x));
  };

  return {
    dragged: drag && {
      left: Math.min(drag.start, drag.end),
      width: Math.abs(drag.end - drag.start),
    },
    handlers: {
      onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
        const onMark =
          event.target instanceof Element &&
          event.target.closest('[data-mark]') !== null;
        if (event.button === 0 && !onMark) {
          event.currentTarget.setPointerCapture(event.pointerId);
          const x = xOf(event);
          setDrag({ start: x, end: x });
        }
      },
      onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
        if (drag) {
          setDrag({ start: drag.start, end: xOf(event) });
        }
      },
      onPointerUp: () => {
        setDrag(undefined);
        if (drag && Math.abs(drag.end - drag.start) >= MIN_PIXELS) {
          const span = draggedWindow(
            scale.time(drag.start),
            scale.time(drag.end),
          );
          if (span) {
            onChoose(span);
          }
        }
      },
      onPointerCancel: () => setDrag(undefined),
    },
  };
}
