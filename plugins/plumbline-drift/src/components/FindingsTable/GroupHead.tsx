import { ButtonIcon, Link } from '@backstage/ui';
import type { IncidentSummary } from '@plumbline/backstage-plugin-plumbline-common';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  AgeText,
  IncidentStateBadge,
  SeverityBadge,
} from '@plumbline/backstage-plugin-plumbline-react';
import {
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiShip2Line,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import type { FindingGroup } from '../../findings';
import { incidentSince } from '../../incidents/incidentAge';
import { incidentRouteRef } from '../../routes';
import styles from './FindingsTable.module.css';

/**
 * Head of a group: the incident with its severity, state, age and page, or the name of what the rows share.
 *
 * @internal
 */
export function GroupHead(props: {
  group: FindingGroup;
  expanded: boolean;
  compact: boolean;
  onToggle: () => void;
}) {
  const { group, expanded, compact, onToggle } = props;
  const { incident, cluster, title, findings } = group;
  return (
    <span className={styles.groupHead}>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={expanded ? <RiArrowDownSLine /> : <RiArrowRightSLine />}
        aria-label={`${expanded ? 'Collapse' : 'Expand'} ${title}`}
        aria-expanded={expanded}
        onPress={onToggle}
      />
      {incident && <SeverityBadge severity={incident.severity} />}
      <span className={styles.groupTitle}>
        <strong>{title}</strong>
        {incident &&
          (compact ? (
            <IncidentLink incident={incident}>
              INC-{incident.number}
            </IncidentLink>
          ) : (
            <span className={styles.meta}>INC-{incident.number}</span>
          ))}
        {!incident && <span className={styles.meta}>{findings.length}</span>}
      </span>
      <span className={styles.groupMeta}>
        {cluster && cluster !== title && (
          <span className={styles.cluster}>
            <RiShip2Line size={14} aria-label="Cluster" role="img" />
            {cluster}
          </span>
        )}
        {incident && (!compact || incident.state !== 'open') && (
          <IncidentStateBadge state={incident.state} />
        )}
        {incident && (
          <span className={styles.meta}>
            <AgeText time={incidentSince(incident)} />
          </span>
        )}
        {incident && !compact && (
          <IncidentLink incident={incident}>Open incident</IncidentLink>
        )}
      </span>
    </span>
  );
}

function IncidentLink(props: {
  incident: IncidentSummary;
  children: ReactNode;
}) {
  const { id, number } = props.incident;
  const incidentHref = useRouteRef(incidentRouteRef);
  return (
    <Link
      className={styles.link}
      href={incidentHref({ id })}
      aria-label={`Open incident INC-${number}`}
    >
      {props.children}
    </Link>
  );
}
