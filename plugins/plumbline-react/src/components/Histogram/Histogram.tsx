import {
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import {
  buildHistogram,
  rangeOfBars,
  type HistogramData,
} from './histogramModel';
import styles from './Histogram.module.css';

/** Properties of {@link Histogram}. @public */
export interface HistogramProps {
  data: HistogramData;
  /** What is counted, for screen readers. */
  label: string;
  /** IANA time zone of the axis. */
  zone: string;
  /** Called with the time that was dragged over, or chosen by Shift+arrows and Enter. */
  onZoom: (range: { from: string; to: string }) => void;
}

interface Span {
  anchor: number;
  head: number;
}

/**
 * Counts over time; the foot mark says that a friction rule matched. Drag to zoom, or Shift+arrows and Enter.
 *
 * @public
 */
export function Histogram(props: HistogramProps) {
  const { data, label, zone, onZoom } = props;
  const { bars, maximum, ticks } = useMemo(
    () => buildHistogram(data, zone),
    [data, zone],
  );
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const [active, setActive] = useState(0);
  const [span, setSpan] = useState<Span>();
  const isDragging = useRef(false);

  const zoom = (chosen: Span) => {
    const range = rangeOfBars(bars, chosen.anchor, chosen.head);
    setSpan(undefined);
    if (range) {
      onZoom(range);
    }
  };

  const handleKeyDown = (event: KeyboardEvent, index: number) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    if (event.key in steps) {
      event.preventDefault();
      const next = Math.min(
        bars.length - 1,
        Math.max(0, index + steps[event.key]),
      );
      setSpan(
        event.shiftKey
          ? { anchor: span?.anchor ?? index, head: next }
          : undefined,
      );
      setActive(next);
      buttons.current[next]?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      zoom(span ?? { anchor: index, head: index });
    } else if (event.key === 'Escape') {
      setSpan(undefined);
    }
  };

  const handlePointerDown = (event: PointerEvent, index: number) => {
    // Without this the first bar keeps the pointer and the others never hear of it.
    (event.target as Element).releasePointerCapture?.(event.pointerId);
    isDragging.current = true;
    setSpan({ anchor: index, head: index });
  };

  const isChosen = (index: number) =>
    span !== undefined &&
    index >= Math.min(span.anchor, span.head) &&
    index <= Math.max(span.anchor, span.head);

  return (
    <div className={styles.histogram}>
      <div className={styles.scale} aria-hidden>
        <span>{maximum}</span>
        <span>0</span>
      </div>
      <div
        role="group"
        aria-label={`${label}. Arrows move, Shift and arrows select, Enter zooms.`}
        className={styles.bars}
        onPointerUp={() => {
          if (isDragging.current && span) {
            isDragging.current = false;
            zoom(span);
          }
        }}
        onPointerLeave={() => {
          isDragging.current = false;
          setSpan(undefined);
        }}
      >
        {bars.map(bar => (
          <button
            key={bar.from}
            type="button"
            ref={element => {
              buttons.current[bar.index] = element;
            }}
            className={styles.bar}
            data-chosen={isChosen(bar.index) ? '' : undefined}
            tabIndex={bar.index === Math.min(active, bars.length - 1) ? 0 : -1}
            aria-label={bar.label}
            title={bar.label}
            onFocus={() => setActive(bar.index)}
            onKeyDown={event => handleKeyDown(event, bar.index)}
            onPointerDown={event => handlePointerDown(event, bar.index)}
            onPointerEnter={() => {
              if (isDragging.current && span) {
                setSpan({ ...span, head: bar.index });
              }
            }}
          >
            <span
              className={styles.count}
              style={{ height: `${bar.height}%` }}
            />
            {bar.friction > 0 && <span className={styles.foot} />}
          </button>
        ))}
      </div>
      <div className={styles.ticks} aria-hidden>
        {ticks.map(tick => (
          <span key={tick.left} style={{ left: `${tick.left}%` }}>
            {tick.text}
          </span>
        ))}
      </div>
    </div>
  );
}
