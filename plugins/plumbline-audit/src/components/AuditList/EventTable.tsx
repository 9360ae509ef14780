import type { AuditEventRow } from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  EventSentence,
  ResultBadge,
  TimeText,
  type DenseColumn,
} from '@plumbline/backstage-plugin-plumbline-react';
import styles from './AuditList.module.css';

const COLUMNS: DenseColumn<AuditEventRow>[] = [
  {
    id: 'when',
    label: 'When',
    width: 116,
    cell: event => (
      <span className={styles.when}>
        <TimeText time={event.time} />
        <span className={styles.muted}>{event.cluster}</span>
      </span>
    ),
  },
  {
    id: 'what',
    label: 'What happened',
    isRowHeader: true,
    cell: event => (
      <EventSentence
        withIcon
        event={event}
        rules={event.rules.map(rule => rule.title)}
      />
    ),
  },
  {
    id: 'result',
    label: 'Result',
    width: 108,
    cell: event => <ResultBadge event={event} />,
  },
];

/** Events as sentences; a row opens the event beside the list. */
export function EventTable(props: {
  rows: AuditEventRow[];
  openId: string | undefined;
  onOpen: (id: string) => void;
}) {
  return (
    <DenseTable
      label="Audit events"
      columns={COLUMNS}
      items={props.rows}
      keyOf={event => event.id}
      textOf={event => event.sentence}
      openKey={props.openId}
      onOpen={event => props.onOpen(event.id)}
    />
  );
}
