import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type {
  AuditEventRow,
  Incident,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  EventSentence,
  ResultBadge,
  SectionCard,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useAuditEventHref } from '../../hooks/useAuditEventHref';
import { auditRouteRef } from '../../routes';
import styles from './RelatedEvents.module.css';

/**
 * The requests that hang on the incident: its evidence and what happened to the same object around it.
 *
 * @internal
 */
export function RelatedEvents(props: {
  events: AuditEventRow[];
  incident: Incident;
  /** Id of the event under the pointer or the focus, here or on the timeline. */
  lit: string | undefined;
  onLight: (id: string | undefined) => void;
}) {
  const { events, incident, lit, onLight } = props;
  const auditRoute = useRouteRef(auditRouteRef);
  const search = new URLSearchParams({ entity: incident.entityRef });
  return (
    <SectionCard
      flush
      title={
        <>
          Related events
          <span className={styles.scope}>
            requests that it is attributed to
          </span>
        </>
      }
      aside={
        auditRoute && (
          <Link href={`${auditRoute()}?${search}`} variant="body-small">
            Open in Audit
          </Link>
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
              <th scope="col">Command</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {events.map(event => (
              <tr
                key={event.id}
                data-lit={event.id === lit || undefined}
                onPointerEnter={() => onLight(event.id)}
                onPointerLeave={() => onLight(undefined)}
                onFocus={() => onLight(event.id)}
                onBlur={() => onLight(undefined)}
              >
                <EventCells event={event} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SectionCard>
  );
}

function EventCells(props: { event: AuditEventRow }) {
  const { event } = props;
  const { actor, command, sentence } = event;
  const eventHref = useAuditEventHref();
  const words = <EventSentence event={{ actor, sentence }} withIcon />;
  return (
    <>
      <td>
        <TimeText time={event.time} />
      </td>
      <td>
        {eventHref ? (
          <Link
            href={eventHref(event.id)}
            aria-label={`Open the audit event: ${sentence}`}
            className={styles.eventLink}
            standalone
          >
            {words}
          </Link>
        ) : (
          words
        )}
      </td>
      <td>
        {command && (
          <code className={styles.commandLine} title={command.text}>
            {command.text}
          </code>
        )}
      </td>
      <td>
        <ResultBadge event={event} />
      </td>
    </>
  );
}
