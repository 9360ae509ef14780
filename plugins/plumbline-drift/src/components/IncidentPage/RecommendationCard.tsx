import type {
  Incident,
  Recommendation,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  CommandLine,
  SectionCard,
} from '@plumbline/backstage-plugin-plumbline-react';
import styles from './IncidentPage.module.css';

const TITLES: Record<Recommendation['id'], string> = {
  investigate: 'Investigate',
  ignore: 'Ignore',
  monitor: 'Wait and watch',
  reconcile: 'Restore from Git',
  adopt: 'Adopt into Git',
};

/**
 * What to do, with its reason. Plumbline runs nothing.
 *
 * @internal
 */
export function RecommendationCard(props: { incident: Incident }) {
  const { recommendation, state } = props.incident;
  return (
    <SectionCard title="Recommendation">
      <div className={styles.stack}>
        {recommendation ? (
          <>
            <strong>{TITLES[recommendation.id]}</strong>
            <p className={styles.text}>{recommendation.text}</p>
            {recommendation.command && (
              <>
                <CommandLine text={recommendation.command} />
                <p className={styles.small}>
                  Plumbline runs nothing: copy, review, run.
                </p>
              </>
            )}
          </>
        ) : (
          <p className={styles.text}>
            {state === 'resolved'
              ? 'Nothing to do: the incident is resolved.'
              : 'No recommendation for this kind of change.'}
          </p>
        )}
      </div>
    </SectionCard>
  );
}
