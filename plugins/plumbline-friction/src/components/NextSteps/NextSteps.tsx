import type { FrictionDriver } from '@plumbline/backstage-plugin-plumbline-common';
import { SectionCard } from '@plumbline/backstage-plugin-plumbline-react';
import { nextSteps } from './orderNextSteps';
import styles from './NextSteps.module.css';

/** What would make the detours unnecessary, by the points that it would take off the score. */
export function NextSteps(props: { drivers: FrictionDriver[] }) {
  const steps = nextSteps(props.drivers);
  if (steps.length === 0) {
    return null;
  }
  return (
    <SectionCard flush title="What to do next" aside="by points to gain">
      <ol className={styles.steps}>
        {steps.map(step => (
          <li key={step.ruleId}>
            <span className={styles.rule}>
              {step.title}
              <strong>−{step.points.toFixed(1)}</strong>
            </span>
            <span className={styles.step}>{step.nextStep}</span>
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
