import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiSubtractLine,
} from '@remixicon/react';
import type { CoverageStep } from './coverageSteps';
import styles from './CoveragePage.module.css';

const ICONS = {
  ok: RiCheckboxCircleFill,
  failed: RiCloseCircleFill,
  'not-reached': RiSubtractLine,
};
const WORDS = { ok: 'holds', failed: 'fails', 'not-reached': 'not reached' };

/** Answer of one step: a shape with a name, and what was found. */
export function StepResult(props: { step: CoverageStep | undefined }) {
  const { step } = props;
  const result = step?.result ?? 'not-reached';
  const Icon = ICONS[result];
  return (
    <span className={styles.step} data-result={result}>
      <Icon size={16} role="img" aria-label={WORDS[result]} />
      <span>{result === 'not-reached' ? 'not reached' : step?.message}</span>
    </span>
  );
}
