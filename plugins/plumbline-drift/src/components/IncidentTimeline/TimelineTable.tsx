import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type {
  Timeline,
  TimelineItem,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  CommandText,
  type DenseColumn,
  DenseTable,
  readableTimes,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { incidentRouteRef } from '../../routes';
import { describeLoss, LANE_WORDS } from './describeMark';
import styles from './IncidentTimeline.module.css';

const COLUMNS: DenseColumn<TimelineItem>[] = [
  {
    id: 'time',
    label: 'Time',
    width: 120,
    cell: item => <TimeText time={item.time} />,
  },
  {
    id: 'lane',
    label: 'Lane',
    width: 80,
    cell: item => LANE_WORDS[item.lane],
  },
  {
    id: 'text',
    label: 'What happened',
    isRowHeader: true,
    cell: item => <ItemText item={item} />,
  },
  {
    id: 'incident',
    label: 'Incident',
    width: 110,
    cell: item => <ItemIncident item={item} />,
  },
];

/**
 * The axis as a table: the same items and lost events, newest first.
 *
 * @internal
 */
export function TimelineTable(props: {
  timeline: Pick<Timeline, 'items' | 'losses'>;
  onOpen: (item: TimelineItem) => void;
}) {
  const { items, losses } = props.timeline;
  return (
    <DenseTable
      label="Timeline"
      columns={COLUMNS}
      items={[...items, ...losses.map(lossItem)].sort(
        (left, right) => Date.parse(right.time) - Date.parse(left.time),
      )}
      keyOf={item => item.id}
      textOf={item => item.text}
      onOpen={props.onOpen}
      minWidth={640}
    />
  );
}

function lossItem(loss: Timeline['losses'][number]): TimelineItem {
  return {
    id: `loss ${loss.from} ${loss.to} ${loss.text}`,
    time: loss.from,
    lane: 'audit',
    kind: 'loss',
    text: describeLoss(loss),
    ofIncident: false,
  };
}

function ItemText(props: { item: TimelineItem }) {
  const { text, command } = props.item;
  return (
    <>
      {readableTimes(text)}
      {command && <CommandText command={command} />}
    </>
  );
}

function ItemIncident(props: { item: TimelineItem }) {
  const { incident, ofIncident } = props.item;
  const incidentHref = useRouteRef(incidentRouteRef);
  if (incident) {
    return (
      <Link href={incidentHref({ id: incident.id })}>
        INC-{incident.number}
      </Link>
    );
  }
  return (
    <span className={styles.quiet}>{ofIncident ? 'this one' : 'none'}</span>
  );
}
