import { useMemo, type ReactNode } from 'react';
import type {
  Heatmap as HeatmapData,
  HeatmapAxis,
} from '@plumbline/backstage-plugin-plumbline-common';
import { HeatmapGrid } from './HeatmapGrid';
import { HeatmapLegend } from './HeatmapLegend';
import { HeatmapTable } from './HeatmapTable';
import { buildHeatmapModel, type HeatmapModelCell } from './heatmapModel';
import styles from './Heatmap.module.css';

/** Properties of {@link Heatmap}. @public */
export interface HeatmapProps {
  /** As the backend computed it. */
  heatmap: HeatmapData;
  /** What the grid shows, for screen readers. */
  label: string;
  /** What a row is, e.g. `Rule`. */
  rowHeader: string;
  /** What a column is, e.g. `Day`. */
  columnHeader: string;
  /** Show the numbers as a plain table. */
  asTable?: boolean;
  /** Lower rows, for many columns. */
  dense?: boolean;
  /** Colour steps that are dimmed; 0 is "none happened". */
  hiddenSteps: number[];
  onHiddenStepsChange: (steps: number[]) => void;
  selected?: { row: string; column: string };
  /** Called with a cell that holds at least one event. */
  onSelect?: (cell: HeatmapModelCell) => void;
  /** Last line of the tooltip of a cell that can be selected. */
  selectHint?: string;
  /** Replaces the label of a row, e.g. by a link. */
  renderRowLabel?: (row: HeatmapAxis) => ReactNode;
  /** Stands left of the legend. */
  controls?: ReactNode;
  /** Stands right of the legend. */
  actions?: ReactNode;
  /** Sentence below the grid. */
  footnote?: ReactNode;
}

/**
 * Heatmap as an accessible grid: the value is printed in each cell, zero is a dot, no data is hatched and a corner
 * mark says that part of the day is missing, so that it can be read without colour.
 *
 * @public
 */
export function Heatmap(props: HeatmapProps) {
  const { heatmap, hiddenSteps, onHiddenStepsChange, asTable } = props;
  const model = useMemo(() => buildHeatmapModel(heatmap), [heatmap]);
  const hidden = useMemo(() => new Set(hiddenSteps), [hiddenSteps]);

  const toggle = (step: number) =>
    onHiddenStepsChange(
      hidden.has(step)
        ? hiddenSteps.filter(other => other !== step)
        : [...hiddenSteps, step].sort((a, b) => a - b),
    );

  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        {props.controls}
        <div className={styles.barEnd}>
          <HeatmapLegend model={model} hiddenSteps={hidden} onToggle={toggle} />
          {props.actions}
        </div>
      </div>
      {asTable ? (
        <HeatmapTable
          model={model}
          label={props.label}
          rowHeader={props.rowHeader}
          columnHeader={props.columnHeader}
        />
      ) : (
        <HeatmapGrid
          model={model}
          label={props.label}
          rowHeader={props.rowHeader}
          hiddenSteps={hidden}
          selected={props.selected}
          selectHint={props.selectHint}
          onSelect={props.onSelect}
          renderRowLabel={props.renderRowLabel}
          dense={props.dense}
        />
      )}
      {props.footnote && <p className={styles.note}>{props.footnote}</p>}
    </div>
  );
}
