import { MANIFESTS_ANNOTATION } from '@plumbline/backstage-plugin-plumbline-common';
import type { ReactNode } from 'react';
import { CopyButton } from '../CopyButton';
import { ScrollRegion } from '../ScrollRegion';
import { StatePanel } from './StatePanel';
import styles from './States.module.css';

/**
 * Nothing says where to look: names the annotation to add, ready to copy.
 *
 * @public
 */
export function NotSetUpState(props: {
  /** e.g. `Not set up for drift` */
  title: string;
  /** What is missing, in a sentence. */
  children: ReactNode;
  /** Line to paste under `metadata.annotations`. */
  annotation?: string;
  actions?: ReactNode;
}) {
  const {
    title,
    children,
    annotation = `${MANIFESTS_ANNOTATION}: deploy/prod`,
    actions,
  } = props;
  return (
    <StatePanel
      kind="not-set-up"
      title={title}
      actions={
        <>
          <CopyButton
            text={annotation}
            label="Copy annotation"
            variant="primary"
          />
          {actions}
        </>
      }
    >
      {children}
      <ScrollRegion className={styles.snippet} label="Annotation to add">
        <pre>{annotation}</pre>
      </ScrollRegion>
    </StatePanel>
  );
}
