import type { FleetFriction } from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  driverRows,
  EntityLink,
  LookStateBadge,
  SeverityBadge,
  Sparkline,
  trendSummary,
  type DenseColumn,
} from '@plumbline/backstage-plugin-plumbline-react';
import { ScoreChange } from '../ScoreChange';
import { serviceName } from './serviceName';
import styles from './ServicesTable.module.css';

type Service = FleetFriction['items'][number];

const TREND_DAYS = 14;

function Score(props: { service: Service }) {
  const { score, band, state, reason } = props.service;
  if (score === undefined) {
    return (
      <span className={styles.unknown}>
        <LookStateBadge
          state={state === 'not-resolved' ? 'not-set-up' : 'unobservable'}
        />
        {reason}
      </span>
    );
  }
  return (
    <span className={styles.score}>
      <strong>{score}</strong>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${score}%` }} />
      </span>
      {band && <SeverityBadge severity={band} />}
    </span>
  );
}

function Trend(props: { service: Service }) {
  const { service } = props;
  const points = service.trend.slice(-TREND_DAYS);
  if (service.score === undefined || points.length === 0) {
    return null;
  }
  return (
    <Sparkline
      points={points}
      label={trendSummary({
        id: 'score',
        label: `Score of ${serviceName(service)}`,
        points,
      })}
    />
  );
}

const COLUMNS: DenseColumn<Service>[] = [
  {
    id: 'service',
    label: 'Service',
    isRowHeader: true,
    cell: service => (
      <EntityLink entityRef={service.entityRef} tab="friction" />
    ),
  },
  {
    id: 'owner',
    label: 'Owner',
    cell: service =>
      service.owner ? (
        <EntityLink entityRef={service.owner} defaultKind="group" />
      ) : (
        <span className={styles.muted}>none</span>
      ),
  },
  {
    id: 'system',
    label: 'System',
    cell: service =>
      service.system ? (
        <EntityLink entityRef={service.system} defaultKind="system" />
      ) : (
        <span className={styles.muted}>none</span>
      ),
  },
  {
    id: 'score',
    label: 'Score',
    width: 230,
    cell: service => <Score service={service} />,
  },
  {
    id: 'trend',
    label: `${TREND_DAYS} days`,
    width: 144,
    cell: service => <Trend service={service} />,
  },
  {
    id: 'change',
    label: '7 days',
    width: 90,
    align: 'end',
    cell: service =>
      service.score !== undefined && (
        <ScoreChange value={service.changeSinceWeekAgo} />
      ),
  },
  {
    id: 'driver',
    label: 'Top driver',
    cell: service =>
      service.score === undefined ? (
        <span className={styles.muted}>unknown</span>
      ) : (
        driverRows(service.drivers, 1).rows[0]?.title ?? 'none'
      ),
  },
  {
    id: 'events',
    label: 'Events',
    width: 96,
    align: 'end',
    cell: service =>
      service.score === undefined ? (
        <span className={styles.muted}>unknown</span>
      ) : (
        service.eventCount
      ),
  },
];

/** Services in the order of the backend; what has no score says why. */
export function ServicesTable(props: { items: Service[] }) {
  return (
    <DenseTable
      label="Services"
      minWidth={960}
      columns={COLUMNS}
      items={props.items}
      keyOf={service => service.entityRef}
      textOf={serviceName}
    />
  );
}
