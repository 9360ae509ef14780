import {
  CopyButton,
  Drawer,
  EntityLink,
  ScrollRegion,
} from '@plumbline/backstage-plugin-plumbline-react';
import { entityName } from '../../text/entityName';
import {
  annotationSnippet,
  failedStep,
  STEPS,
  type CoverageItem,
} from './coverageSteps';
import { StepResult } from './StepResult';
import styles from './CoveragePage.module.css';

/** Each step's answer for one entity, and the annotation to paste. */
export function CoverageDrawer(props: {
  item: CoverageItem;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const name = entityName(item);
  const failed = failedStep(item);
  const snippet =
    failed?.annotationToPaste &&
    annotationSnippet(name, failed.annotationToPaste);
  return (
    <Drawer
      label={`Coverage of ${name}`}
      head={<EntityLink entityRef={item.entityRef} />}
      onClose={onClose}
    >
      <section className={styles.section}>
        <ol className={styles.steps}>
          {STEPS.map(step => (
            <li key={step.id}>
              <span className={styles.note}>{step.asks}</span>
              <StepResult
                step={item.steps.find(other => other.id === step.id)}
              />
            </li>
          ))}
        </ol>
      </section>
      {snippet && (
        <section className={styles.section}>
          <div className={styles.snippetHead}>
            <strong>catalog-info.yaml</strong>
            <CopyButton text={failed?.annotationToPaste ?? ''} label="Copy" />
          </div>
          <ScrollRegion label="Annotation to paste" className={styles.snippet}>
            <pre>{snippet}</pre>
          </ScrollRegion>
        </section>
      )}
    </Drawer>
  );
}
