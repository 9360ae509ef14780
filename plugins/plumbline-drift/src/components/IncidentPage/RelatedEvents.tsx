import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type {
  AuditEventRow,
  Incident,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  EventSentence,
  SectionCard,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useAuditEventHref } from '../../hooks/useAuditEventHref';
import { auditRouteRef } from '../../routes';
import styles from './IncidentPage.module.css';

const OUTCOME_WORDS: Record<AuditEventRow['outcome'], string> = {
  success: 'OK',
  denied: 'Denied',
  failed: 'Failed',
  started: 'Started',
  unknown: 'Unknown',
};

/**
 * The requests that hang on the incident: its evidence and what happened to the same object around it.
 *
 * @internal
 */
export function RelatedEvents(props: {
  events: AuditEventRow[];
  incident: Incident;
}) {
  const { events, incident } = props;
  const auditRoute = useRouteRef(auditRouteRef);
  const eventHref = useAuditEventHref();
  const search = new URLSearchParams({ entity: incident.entityRef });
  return (
    <SectionCard
      flush
      title="Related events"
      aside={
        auditRoute && (
          <Link href={`${auditRoute()}?${search}`}>Open in Audit</Link>
        )
      }
    >
      {events.length === 0 ? (
        <p className={styles.inset}>
          No audit event of this object is stored for the time around the
          incident.
        </p>
      ) : (
        <table className={styles.events}>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">What happened</th>
              <th scope="col">Result</th>
              <th scope="col">Event</th>
            </tr>
          </thead>
          <tbody>
            {events.map(event => (
              <tr key={event.id}>
                <td>
                  <TimeText time={event.time} />
                </td>
                <td>
                  <EventSentence event={event} withIcon />
                </td>
                <td data-outcome={event.outcome}>
                  {event.code} {OUTCOME_WORDS[event.outcome]}
                </td>
                <td>
                  {eventHref ? (
                    <Link
                      href={eventHref(event.id)}
                      aria-label={`Open the audit event: ${event.sentence}`}
                    >
                      Open
                    </Link>
                  ) : (
                    <code>{event.auditID.slice(0, 8)}</code>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SectionCard>
  );
}
