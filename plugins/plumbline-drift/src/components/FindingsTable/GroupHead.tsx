import { ButtonIcon, Link } from '@backstage/ui';
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
import type { FindingGroup } from '../../findings';
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
  const incidentHref = useRouteRef(incidentRouteRef);
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
        {incident && !compact && (
          <span className={styles.meta}>INC-{incident.number}</span>
        )}
        {!incident && <span className={styles.meta}>{findings.length}</span>}
      </span>
      <span className={styles.groupMeta}>
        {cluster && cluster !== title && (
          <span className={styles.cluster}>
            <RiShip2Line size={14} aria-label="Cluster" role="img" />
            {cluster}
          </span>
        )}
        {incident && !compact && <IncidentStateBadge state={incident.state} />}
        {incident && (
          <span className={styles.meta}>
            <AgeText time={incident.causedAt ?? incident.openedAt} />
          </span>
        )}
        {incident && !compact && (
          <Link
            className={styles.link}
            href={incidentHref({ id: incident.id })}
            aria-label={`Open incident INC-${incident.number}`}
          >
            Open incident
          </Link>
        )}
      </span>
    </span>
  );
}
