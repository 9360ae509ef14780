import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import {
  EvidenceSection,
  TimeText,
  VERDICT_WORDS,
} from '@plumbline/backstage-plugin-plumbline-react';
import { ignoreRulesRouteRef } from '../../routes';
import styles from './EvidenceDrawer.module.css';

/**
 * Why a difference is no drift: the rule's text as it was at the check, and the way to the rule of today.
 *
 * @internal
 */
export function WhyHidden(props: { finding: Finding; entityRef: string }) {
  const { verdict, reason, suppression } = props.finding;
  const rulesHref = useRouteRef(ignoreRulesRouteRef)();
  return (
    <EvidenceSection title={VERDICT_WORDS[verdict]}>
      <p className={styles.why}>
        {suppression?.text ?? reason ?? 'No reason was given'}
      </p>
      {suppression?.reason && (
        <p className={styles.why}>Reason given: {suppression.reason}</p>
      )}
      {suppression && (
        <p className={styles.small}>
          As it was <TimeText time={suppression.at} />
          {suppression.ruleId && (
            <>
              .{' '}
              <Link
                href={`${rulesHref}?entity=${encodeURIComponent(
                  props.entityRef,
                )}`}
              >
                See the rules as they are now
              </Link>
            </>
          )}
        </p>
      )}
    </EvidenceSection>
  );
}
