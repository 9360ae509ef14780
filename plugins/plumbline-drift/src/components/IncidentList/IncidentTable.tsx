import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Cell,
  Column,
  Link,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  useBreakpoint,
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
import { incidentSince } from '../../incidents/incidentAge';
import { incidentRouteRef } from '../../routes';
import styles from './IncidentList.module.css';

type IncidentColumn = 'severity' | 'title' | 'level' | 'state' | 'when';

const TITLES: Record<IncidentColumn, string> = {
  severity: 'Severity',
  title: 'What happened',
  level: 'How sure',
  state: 'State',
  when: 'Since',
};
const WIDE: IncidentColumn[] = ['severity', 'title', 'level', 'state', 'when'];
/** Level and state stand below the title. */
const NARROW: IncidentColumn[] = ['severity', 'title', 'when'];

/**
 * One line per incident; Enter or a click opens its page.
 *
 * @internal
 */
export function IncidentTable(props: { incidents: Incident[] }) {
  const incidentHref = useRouteRef(incidentRouteRef);
  const columns = useBreakpoint().up('md') ? WIDE : NARROW;
  return (
    <TableRoot aria-label="Drift incidents" className={styles.table}>
      <TableHeader>
        {columns.map(column => (
          <Column
            key={column}
            id={column}
            isRowHeader={column === 'title'}
            className={styles[column]}
          >
            {TITLES[column]}
          </Column>
        ))}
      </TableHeader>
      <TableBody dependencies={[columns]}>
        {props.incidents.map(incident => (
          <Row
            key={incident.id}
            id={incident.id}
            textValue={incident.title}
            href={incidentHref({ id: incident.id })}
          >
            {columns.map(column => (
              <Cell
                key={column}
                className={column === 'when' ? styles.when : undefined}
              >
                <IncidentCell
                  column={column}
                  incident={incident}
                  narrow={columns === NARROW}
                />
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </TableRoot>
  );
}

function IncidentCell(props: {
  column: IncidentColumn;
  incident: Incident;
  narrow: boolean;
}) {
  const { column, incident, narrow } = props;
  switch (column) {
    case 'severity':
      return <SeverityBadge severity={incident.severity} />;
    case 'level':
      return <LevelBadge level={incident.level} />;
    case 'state':
      return <StateOf incident={incident} />;
    case 'when':
      return (
        <>
          <TimeText time={incidentSince(incident)} />
          <span className={styles.meta}>
            <AgeText time={incidentSince(incident)} suffix=" ago" />
          </span>
        </>
      );
    default:
      return (
        <>
          <TitleOf incident={incident} />
          {narrow && (
            <span className={styles.badges}>
              <LevelBadge level={incident.level} />
              <StateOf incident={incident} />
            </span>
          )}
        </>
      );
  }
}

function TitleOf(props: { incident: Incident }) {
  const { incident } = props;
  const { id, title, number, entityRef, object, cluster, findingCount } =
    incident;
  const incidentHref = useRouteRef(incidentRouteRef);
  return (
    <>
      <Link className={styles.title} href={incidentHref({ id })} standalone>
        {title}
      </Link>
      <span className={styles.meta}>
        INC-{number} ·{' '}
        <EntityDisplayName entityRef={entityRef} hideIcon disableTooltip /> ·{' '}
        {objectName(object)} · {cluster} · {findingCount}{' '}
        {findingCount === 1 ? 'difference' : 'differences'}
      </span>
      {incident.unverifiedSince && (
        <StateNotice kind="unobservable">
          could not be checked since{' '}
          <TimeText time={incident.unverifiedSince} />
        </StateNotice>
      )}
    </>
  );
}

function StateOf(props: { incident: Incident }) {
  const { state, resolution } = props.incident;
  return (
    <span>
      <IncidentStateBadge state={state} />
      {resolution && <span className={styles.meta}>{resolution}</span>}
    </span>
  );
}
