import type {
  Incident,
  Recommendation,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  CommandLine,
  readableTimes,
  SectionCard,
} from '@plumbline/backstage-plugin-plumbline-react';
import styles from './IncidentPage.module.css';

/** Rows of the table of recommendations, of which the first that fits applies. */
const RULES = 14;

const TITLES: Record<Recommendation['id'], string> = {
  investigate: 'Investigate',
  ignore: 'Ignore',
  monitor: 'Wait and watch',
  reconcile: 'Restore from Git',
  adopt: 'Adopt into Git',
};

/** Their commands stand with the two ways out. */
const WAYS_OUT: Recommendation['id'][] = ['reconcile', 'adopt'];

/**
 * What to do, with its reason and the rule that says so.
 *
 * @internal
 */
export function RecommendationCard(props: { incident: Incident }) {
  const { recommendation, state } = props.incident;
  return (
    <SectionCard title="Recommendation">
      <div className={styles.stack}>
        {recommendation ? (
          <Advice recommendation={recommendation} />
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

function Advice(props: { recommendation: Recommendation }) {
  const { id, text, reason, rule, command } = props.recommendation;
  const basis = [
    rule === undefined ? undefined : `Rule ${rule} of ${RULES}`,
    reason && readableTimes(reason),
  ].filter(Boolean);
  return (
    <>
      <strong>{TITLES[id]}</strong>
      <p className={styles.text}>{readableTimes(text)}</p>
      {basis.length > 0 && <p className={styles.small}>{basis.join('. ')}</p>}
      {command && !WAYS_OUT.includes(id) && <CommandLine text={command} />}
    </>
  );
}
