import { createPortal } from 'react-dom';
import type { CellText } from './heatmapText';
import styles from './Heatmap.module.css';

/** The cell that the tooltip speaks of. @internal */
export interface TooltipAnchor {
  element: HTMLElement;
  text: CellText;
  hint?: string;
}

const WIDTH = 260;
const GAP = 8;

function positionOf(element: HTMLElement) {
  const box = element.getBoundingClientRect();
  const left = Math.min(
    Math.max(GAP, box.left + box.width / 2 - WIDTH / 2),
    window.innerWidth - WIDTH - GAP,
  );
  const below = box.bottom + 120 < window.innerHeight;
  return below
    ? { left, top: box.bottom + GAP }
    : { left, bottom: window.innerHeight - box.top + GAP };
}

/** One tooltip for all cells: a trigger per cell would make hundreds of observers. @internal */
export function HeatmapTooltip(props: { id: string; anchor?: TooltipAnchor }) {
  const { id, anchor } = props;
  if (!anchor) {
    return null;
  }
  return createPortal(
    <div
      id={id}
      role="tooltip"
      className={styles.tooltip}
      style={{ width: WIDTH, ...positionOf(anchor.element) }}
    >
      <strong>{anchor.text.title}</strong>
      {anchor.text.lines.map(line => (
        <span key={line}>{line}</span>
      ))}
      {anchor.hint && <span className={styles.hint}>{anchor.hint}</span>}
    </div>,
    document.body,
  );
}
