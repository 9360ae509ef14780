import {
  useCallback,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { HeatmapAxis } from '@plumbline/backstage-plugin-plumbline-common';
import { HeatmapTooltip, type TooltipAnchor } from './HeatmapTooltip';
import {
  moveInGrid,
  type GridPosition,
  type HeatmapModel,
  type HeatmapModelCell,
} from './heatmapModel';
import { describeCell, formatAmount } from './heatmapText';
import styles from './Heatmap.module.css';

interface HeatmapGridProps {
  model: HeatmapModel;
  label: string;
  rowHeader: string;
  hiddenSteps: ReadonlySet<number>;
  selected?: { row: string; column: string };
  selectHint?: string;
  renderRowLabel?: (row: HeatmapAxis) => ReactNode;
  onSelect?: (cell: HeatmapModelCell) => void;
  dense?: boolean;
}

function keyOf(position: GridPosition): string {
  return `${position.rowIndex}:${position.columnIndex}`;
}

/** The grid: one tab stop, arrows move, Enter selects, Escape closes the tooltip. @internal */
export function HeatmapGrid(props: HeatmapGridProps) {
  const { model, label, rowHeader, hiddenSteps, selected, selectHint } = props;
  const { renderRowLabel, onSelect, dense } = props;
  const tooltipId = useId();
  const cells = useRef(new Map<string, HTMLButtonElement>());
  const [active, setActive] = useState<GridPosition>({
    rowIndex: 0,
    columnIndex: Math.max(0, model.columns.length - 1),
  });
  const [anchor, setAnchor] = useState<TooltipAnchor>();
  const closeTooltip = useCallback(() => setAnchor(undefined), []);

  const openTooltip = (element: HTMLElement, cell: HeatmapModelCell) =>
    setAnchor({
      element,
      text: describeCell(cell, model.columns[cell.columnIndex], model.unit),
      hint: onSelect && cell.count > 0 ? selectHint : undefined,
    });

  const handleKeyDown = (event: KeyboardEvent, cell: HeatmapModelCell) => {
    if (event.key === 'Escape') {
      closeTooltip();
      return;
    }
    const next = moveInGrid(cell, event, {
      rows: model.rows.length,
      columns: model.columns.length,
    });
    if (next) {
      event.preventDefault();
      setActive(next);
      cells.current.get(keyOf(next))?.focus();
    }
  };

  const withSum = model.unit !== 'score';
  const isActive = (cell: HeatmapModelCell) =>
    cell.rowIndex === Math.min(active.rowIndex, model.rows.length - 1) &&
    cell.columnIndex === Math.min(active.columnIndex, model.columns.length - 1);

  return (
    <div className={styles.scroll}>
      <table
        role="grid"
        aria-label={label}
        aria-rowcount={model.rows.length + 1}
        className={styles.grid}
        data-dense={dense ? '' : undefined}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {rowHeader}
            </th>
            {model.columns.map(heading => (
              <th key={heading.axis.id} scope="col" abbr={heading.name}>
                {heading.group && (
                  <span className={styles.group}>{heading.group}</span>
                )}
                {heading.text}
              </th>
            ))}
            {withSum && <th scope="col">Sum</th>}
          </tr>
        </thead>
        <tbody>
          {model.rows.map(modelRow => (
            <tr key={modelRow.row.id}>
              <th scope="row" title={modelRow.row.label}>
                {renderRowLabel?.(modelRow.row) ?? modelRow.row.label}
              </th>
              {modelRow.cells.map(cell => {
                const text = describeCell(
                  cell,
                  model.columns[cell.columnIndex],
                  model.unit,
                );
                const key = keyOf(cell);
                const isSelected =
                  selected?.row === cell.row.id &&
                  selected.column === cell.column.id;
                return (
                  <td
                    key={key}
                    role="gridcell"
                    aria-selected={onSelect ? isSelected : undefined}
                  >
                    <button
                      type="button"
                      ref={element => {
                        if (element) {
                          cells.current.set(key, element);
                        } else {
                          cells.current.delete(key);
                        }
                      }}
                      className={styles.cell}
                      data-step={cell.value === undefined ? 'none' : cell.step}
                      data-partial={cell.partial ? '' : undefined}
                      data-selected={isSelected ? '' : undefined}
                      data-dimmed={
                        cell.value !== undefined && hiddenSteps.has(cell.step)
                          ? ''
                          : undefined
                      }
                      tabIndex={isActive(cell) ? 0 : -1}
                      aria-label={[text.title, ...text.lines].join('. ')}
                      aria-describedby={
                        anchor?.element === cells.current.get(key)
                          ? tooltipId
                          : undefined
                      }
                      onFocus={event => {
                        setActive(cell);
                        openTooltip(event.currentTarget, cell);
                      }}
                      onBlur={closeTooltip}
                      onPointerEnter={event =>
                        openTooltip(event.currentTarget, cell)
                      }
                      onPointerLeave={closeTooltip}
                      onKeyDown={event => handleKeyDown(event, cell)}
                      onClick={() => cell.count > 0 && onSelect?.(cell)}
                    >
                      {cell.value === undefined && ''}
                      {cell.value === 0 && '·'}
                      {cell.value !== undefined &&
                        cell.value > 0 &&
                        formatAmount(cell.value)}
                    </button>
                  </td>
                );
              })}
              {withSum && (
                <td className={styles.sum}>
                  {modelRow.sum === undefined ? '' : formatAmount(modelRow.sum)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <HeatmapTooltip id={tooltipId} anchor={anchor} />
    </div>
  );
}
