import type { HeatmapModel } from './heatmapModel';
import { stepLabel } from './heatmapText';
import styles from './Heatmap.module.css';

interface HeatmapLegendProps {
  model: HeatmapModel;
  /** Steps that are dimmed. */
  hiddenSteps: ReadonlySet<number>;
  onToggle: (step: number) => void;
}

/** Legend whose steps are toggle buttons: a step that is switched off is dimmed in the grid. @internal */
export function HeatmapLegend(props: HeatmapLegendProps) {
  const { model, hiddenSteps, onToggle } = props;
  const steps = [0, ...model.steps.slice(0, 5).map((_, index) => index + 1)];
  return (
    <div className={styles.legend} role="group" aria-label="Legend">
      {steps.map(step => {
        const label = stepLabel(step, model.steps, model.unit);
        return (
          <button
            key={step}
            type="button"
            className={styles.legendItem}
            aria-pressed={!hiddenSteps.has(step)}
            aria-label={`Show cells of ${label}`}
            onClick={() => onToggle(step)}
          >
            <span className={styles.swatch} data-step={step} />
            {label}
          </button>
        );
      })}
      {model.hasNoData && (
        <span className={styles.legendItem}>
          <span className={styles.swatch} data-step="none" />
          no data
        </span>
      )}
      {model.hasPartial && (
        <span className={styles.legendItem}>
          <span className={styles.swatch} data-step={0} data-partial />
          partly
        </span>
      )}
    </div>
  );
}
