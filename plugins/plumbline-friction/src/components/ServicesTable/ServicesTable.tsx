import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Cell,
  Column,
  Link,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import type { FleetFriction } from '@plumbline/backstage-plugin-plumbline-common';
import {
  driverRows,
  LookStateBadge,
  SeverityBadge,
  Sparkline,
  trendSummary,
  useEntityHref,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { scoreChange } from '../../text/frictionWords';
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

function Change(props: { value: number | undefined }) {
  const change = scoreChange(props.value);
  if (!change) {
    return <span className={styles.muted}>unknown</span>;
  }
  return (
    <span className={styles.change}>
      {change.direction === 'up' && <RiArrowUpLine size={14} aria-label="up" />}
      {change.direction === 'down' && (
        <RiArrowDownLine size={14} aria-label="down" />
      )}
      {change.amount}
    </span>
  );
}

/** Services in the order of the backend; what has no score says why. */
export function ServicesTable(props: { items: Service[] }) {
  const href = useEntityHref();
  return (
    <TableRoot aria-label="Services">
      <TableHeader>
        <Column isRowHeader>Service</Column>
        <Column>Owner</Column>
        <Column>System</Column>
        <Column width={260}>Score</Column>
        <Column width={140}>{TREND_DAYS} days</Column>
        <Column width={90}>7 days</Column>
        <Column>Top driver</Column>
        <Column width={90}>Events</Column>
      </TableHeader>
      <TableBody>
        {props.items.map(service => {
          const name = serviceName(service);
          const isKnown = service.score !== undefined;
          const trend = service.trend.slice(-TREND_DAYS);
          return (
            <Row key={service.entityRef} id={service.entityRef}>
              <Cell>
                <Link href={href(service.entityRef, { tab: 'friction' })}>
                  {name}
                </Link>
              </Cell>
              <Cell>
                {service.owner ? (
                  <EntityRefLink
                    entityRef={service.owner}
                    defaultKind="group"
                  />
                ) : (
                  <span className={styles.muted}>none</span>
                )}
              </Cell>
              <Cell>
                {service.system ? (
                  <EntityRefLink
                    entityRef={service.system}
                    defaultKind="system"
                  />
                ) : (
                  <span className={styles.muted}>none</span>
                )}
              </Cell>
              <Cell>
                <Score service={service} />
              </Cell>
              <Cell>
                {isKnown && trend.length > 0 && (
                  <Sparkline
                    points={trend}
                    label={trendSummary({
                      id: 'score',
                      label: `Score of ${name}`,
                      points: trend,
                    })}
                  />
                )}
              </Cell>
              <Cell>
                {isKnown && <Change value={service.changeSinceWeekAgo} />}
              </Cell>
              <Cell>
                {isKnown
                  ? driverRows(service.drivers, 1).rows[0]?.title ?? 'none'
                  : 'unknown'}
              </Cell>
              <Cell className={styles.number}>
                {isKnown ? service.eventCount : 'unknown'}
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </TableRoot>
  );
}
