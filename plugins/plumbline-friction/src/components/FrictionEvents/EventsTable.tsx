import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type { FrictionEvent } from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  EventSentence,
  formatAmount,
  TimeText,
  useEntityHref,
  type DenseColumn,
} from '@plumbline/backstage-plugin-plumbline-react';
import { auditRouteRef } from '../../routes';
import styles from './FrictionEvents.module.css';

/** Friction events as rows; the time leads to the stored audit event on the activity tab. */
export function EventsTable(props: {
  events: FrictionEvent[];
  entityRef: string;
}) {
  const { events, entityRef } = props;
  const href = useEntityHref();
  const hasActivity = useRouteRef(auditRouteRef) !== undefined;
  const columns: DenseColumn<FrictionEvent>[] = [
    {
      id: 'when',
      label: 'When',
      width: 116,
      cell: event => (
        <span className={styles.when}>
          {hasActivity ? (
            <Link
              variant="body-small"
              href={href(entityRef, {
                tab: 'activity',
                query: { event: event.eventId },
              })}
            >
              <TimeText time={event.time} />
            </Link>
          ) : (
            <TimeText time={event.time} />
          )}
          <span className={styles.muted}>{event.cluster}</span>
        </span>
      ),
    },
    {
      id: 'what',
      label: 'What happened',
      isRowHeader: true,
      cell: event => <EventSentence event={event} />,
    },
    {
      id: 'rule',
      label: 'Rule',
      width: 150,
      cell: event => event.title,
    },
    {
      id: 'points',
      label: 'Points',
      width: 88,
      align: 'end',
      cell: event => formatAmount(event.points),
    },
  ];
  return (
    <DenseTable
      label="Friction events"
      columns={columns}
      items={events}
      keyOf={event => event.id}
      textOf={event => event.sentence}
      minWidth={520}
    />
  );
}
