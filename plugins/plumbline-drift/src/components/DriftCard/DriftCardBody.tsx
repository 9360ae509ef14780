import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type { EntityDrift } from '@plumbline/backstage-plugin-plumbline-common';
import {
  AgeText,
  LevelBadge,
  LookStateBadge,
  SeverityBadge,
  StateNotice,
  VERDICT_WORDS,
  VERDICTS,
} from '@plumbline/backstage-plugin-plumbline-react';
import {
  countBySeverity,
  coverageSentence,
  driftHeadline,
  isLookedAt,
  objectsSentence,
} from '../../findings';
import { incidentSince } from '../../incidents/incidentAge';
import { newestIncidents } from '../../incidents/newestIncidents';
import { driftTabRouteRef, incidentRouteRef } from '../../routes';
import styles from './DriftCard.module.css';

const SHOWN_INCIDENTS = 3;

/**
 * The answer, one box per target, the newest open incidents and the way to the rest.
 *
 * @internal
 */
export function DriftCardBody(props: { drift: EntityDrift }) {
  const { drift } = props;
  const { openIncidents, targets, counts } = drift;
  const tabHref = useRouteRef(driftTabRouteRef);
  const incidentHref = useRouteRef(incidentRouteRef);
  const headline = driftHeadline(drift);
  return (
    <div className={styles.body}>
      <div className={styles.answer}>
        <p className={styles.sentence}>{headline.text}</p>
        {countBySeverity(openIncidents).map(([severity, count]) => (
          <SeverityBadge key={severity} severity={severity} count={count} />
        ))}
      </div>
      {headline.limits.map(limit => (
        <StateNotice key={limit.text} kind={limit.kind}>
          {limit.text}
        </StateNotice>
      ))}
      {headline.tone === 'good' && (
        <p className={styles.coverage}>{coverageSentence(drift)}</p>
      )}
      <ul className={styles.targets} aria-label="Targets">
        {targets.map(target => (
          <li key={target.id}>
            <strong>{target.cluster}</strong>
            <span className={styles.objects}>{objectsSentence(target)}</span>
            <LookStateBadge state={target.state} />
          </li>
        ))}
      </ul>
      {openIncidents.length > 0 && (
        <ul className={styles.incidents} aria-label="Newest incidents">
          {newestIncidents(openIncidents, SHOWN_INCIDENTS).map(incident => (
            <li key={incident.id}>
              <SeverityBadge severity={incident.severity} />
              <Link
                className={styles.title}
                href={incidentHref({ id: incident.id })}
                standalone
              >
                {incident.title}
              </Link>
              <LevelBadge level={incident.level} />
              <span className={styles.age}>
                <AgeText time={incidentSince(incident)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        <Link href={tabHref()}>
          {openIncidents.length > 0
            ? `All ${openIncidents.length} ${
                openIncidents.length === 1 ? 'incident' : 'incidents'
              }`
            : 'Open the Drift tab'}
        </Link>
        <span className={styles.counts}>
          {isLookedAt(drift) &&
            VERDICTS.filter(verdict => verdict !== 'drift')
              .map(verdict => `${VERDICT_WORDS[verdict]} ${counts[verdict]}`)
              .join(' · ')}
        </span>
      </div>
    </div>
  );
}
