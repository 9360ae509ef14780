import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Cell,
  Column,
  Link,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type { Incident } from '@plumbline/backstage-plugin-plumbline-common';
import {
  AgeText,
  IncidentStateBadge,
  LevelBadge,
  SeverityBadge,
  StateNotice,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { objectName } from '../../findings';
import { incidentRouteRef } from '../../routes';
import styles from './IncidentList.module.css';

/**
 * One line per incident; Enter or a click opens its page.
 *
 * @internal
 */
export function IncidentTable(props: { incidents: Incident[] }) {
  const incidentHref = useRouteRef(incidentRouteRef);
  return (
    <TableRoot aria-label="Drift incidents" className={styles.table}>
      <TableHeader>
        <Column id="severity" className={styles.severity}>
          Severity
        </Column>
        <Column id="title" isRowHeader>
          What happened
        </Column>
        <Column id="level" className={styles.level}>
          How sure
        </Column>
        <Column id="state" className={styles.state}>
          State
        </Column>
        <Column id="when" className={styles.when}>
          Since
        </Column>
      </TableHeader>
      <TableBody>
        {props.incidents.map(incident => (
          <Row
            key={incident.id}
            id={incident.id}
            textValue={incident.title}
            href={incidentHref({ id: incident.id })}
          >
            <Cell>
              <SeverityBadge severity={incident.severity} />
            </Cell>
            <Cell>
              <Link
                className={styles.title}
                href={incidentHref({ id: incident.id })}
                standalone
              >
                {incident.title}
              </Link>
              <span className={styles.meta}>
                INC-{incident.number} ·{' '}
                <EntityDisplayName
                  entityRef={incident.entityRef}
                  hideIcon
                  disableTooltip
                />{' '}
                · {objectName(incident.object)} · {incident.cluster} ·{' '}
                {incident.findingCount}{' '}
                {incident.findingCount === 1 ? 'field' : 'fields'}
              </span>
              {incident.unverifiedSince && (
                <StateNotice kind="unobservable">
                  could not be checked since{' '}
                  <TimeText time={incident.unverifiedSince} />
                </StateNotice>
              )}
            </Cell>
            <Cell>
              <LevelBadge level={incident.level} />
            </Cell>
            <Cell>
              <IncidentStateBadge state={incident.state} />
              {incident.resolution && (
                <span className={styles.meta}>{incident.resolution}</span>
              )}
            </Cell>
            <Cell className={styles.when}>
              <TimeText time={incident.causedAt ?? incident.openedAt} />
              <span className={styles.meta}>
                <AgeText
                  time={incident.causedAt ?? incident.openedAt}
                  suffix=" ago"
                />
              </span>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </TableRoot>
  );
}
