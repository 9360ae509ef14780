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

/** A rule that leaves the choice to people has a title of its own. */
const TITLES_OF_RULES: Partial<Record<number, string>> = {
  9: 'Adopt or restore',
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
    reason && capitalise(readableTimes(reason)),
  ].filter(Boolean);
  return (
    <>
      <strong>{TITLES_OF_RULES[rule ?? 0] ?? TITLES[id]}</strong>
      <p className={styles.text}>{readableTimes(text)}</p>
      {basis.length > 0 && <p className={styles.small}>{basis.join('. ')}</p>}
      {command && !WAYS_OUT.includes(id) && <CommandLine text={command} />}
    </>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
