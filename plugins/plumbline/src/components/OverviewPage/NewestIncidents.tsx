import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import type { IncidentSummary } from '@plumbline/backstage-plugin-plumbline-common';
import {
  DenseTable,
  LevelBadge,
  SectionCard,
  SeverityBadge,
  StatePanel,
  TimeText,
  type DenseColumn,
} from '@plumbline/backstage-plugin-plumbline-react';
import { incidentRouteRef, incidentsRouteRef } from '../../routes';
import { entityName } from '../../text/entityName';
import styles from './OverviewPage.module.css';

/** Newest incidents; each is a link where a plugin shows incidents. */
export function NewestIncidents(props: {
  incidents: IncidentSummary[];
  open: number;
  /** Some cluster could not be looked at, so that "none" is not known. */
  incomplete: boolean;
}) {
  const { incidents, open, incomplete } = props;
  const all = useRouteRef(incidentsRouteRef);
  const one = useRouteRef(incidentRouteRef);
  const columns: DenseColumn<IncidentSummary>[] = [
    {
      id: 'severity',
      label: 'Severity',
      width: 108,
      cell: incident => <SeverityBadge severity={incident.severity} />,
    },
    {
      id: 'what',
      label: 'What happened',
      isRowHeader: true,
      cell: incident => (
        <span className={styles.stack}>
          {one ? (
            <Link href={one({ id: incident.id })}>{incident.title}</Link>
          ) : (
            incident.title
          )}
          <span className={styles.note}>
            {entityName({ entityRef: incident.entityRef })} · {incident.cluster}
          </span>
        </span>
      ),
    },
    {
      id: 'level',
      label: 'How sure',
      width: 128,
      cell: incident => <LevelBadge level={incident.level} />,
    },
    {
      id: 'when',
      label: 'When',
      width: 132,
      align: 'end',
      cell: incident => (
        <TimeText
          time={incident.age?.since ?? incident.causedAt ?? incident.openedAt}
        />
      ),
    },
  ];
  return (
    <SectionCard
      flush
      title="Newest incidents"
      aside={
        all && <Link href={all()}>{open > 0 ? `All ${open}` : 'All'}</Link>
      }
    >
      {incidents.length > 0 ? (
        <DenseTable
          label="Newest incidents"
          columns={columns}
          items={incidents}
          keyOf={incident => incident.id}
          textOf={incident => incident.title}
          minWidth={520}
        />
      ) : (
        <div className={styles.padded}>
          <StatePanel
            kind={incomplete ? 'unobservable' : 'good'}
            title={
              incomplete
                ? 'No open incident where we could look'
                : 'No open incident'
            }
          />
        </div>
      )}
    </SectionCard>
  );
}
