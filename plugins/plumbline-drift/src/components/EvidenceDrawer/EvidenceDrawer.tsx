import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink, VisuallyHidden } from '@backstage/ui';
import {
  CopyButton,
  DirectionBadge,
  Drawer,
  Evidence,
  EvidenceSection,
  FieldDiff,
  fieldName,
  FieldPath,
} from '@plumbline/backstage-plugin-plumbline-react';
import { objectName } from '../../findings';
import { useAuditEventHref } from '../../hooks/useAuditEventHref';
import { incidentRouteRef } from '../../routes';
import styles from './EvidenceDrawer.module.css';
import { IgnoreButton } from './IgnoreButton';
import { WhyHidden } from './WhyHidden';

/**
 * What stands behind one field, with a way to the next and the previous one.
 *
 * @internal
 */
export function EvidenceDrawer(props: {
  finding: Finding;
  /** Whose finding it is. */
  entityRef: string;
  /** Offers the way to the incident; not on its own page. */
  linkIncident: boolean;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}) {
  const { finding, entityRef, linkIncident, onClose, onPrevious, onNext } =
    props;
  const incidentHref = useRouteRef(incidentRouteRef);
  const eventHref = useAuditEventHref();
  return (
    <Drawer
      label={`Evidence for ${fieldName(finding.path)}`}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      head={
        <>
          <span className={styles.small}>Evidence</span>
          <h2 className={styles.path}>
            <FieldPath path={finding.path} />
          </h2>
          <span className={styles.small}>
            {objectName(finding.object)} · {finding.cluster}
          </span>
          <div className={styles.diff}>
            <FieldDiff finding={finding} />
            <DirectionBadge direction={finding.direction} />
          </div>
        </>
      }
    >
      <VisuallyHidden aria-live="polite">
        {fieldName(finding.path)} of {objectName(finding.object)}
      </VisuallyHidden>
      {finding.verdict !== 'drift' && (
        <WhyHidden finding={finding} entityRef={entityRef} />
      )}
      <Evidence finding={finding} eventHref={eventHref} />
      <EvidenceSection>
        <div className={styles.actions}>
          {linkIncident && finding.incidentId && (
            <ButtonLink
              size="small"
              variant="primary"
              href={incidentHref({ id: finding.incidentId })}
            >
              Open incident
            </ButtonLink>
          )}
          {finding.verdict === 'drift' && (
            <IgnoreButton finding={finding} entityRef={entityRef} />
          )}
          <CopyButton
            text={window.location.href}
            label="Copy link"
            variant="tertiary"
          />
        </div>
      </EvidenceSection>
    </Drawer>
  );
}
