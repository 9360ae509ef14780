import { Header } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { Incident } from '@plumbline/backstage-plugin-plumbline-common';
import {
  CopyButton,
  SeverityBadge,
  useEntityHref,
} from '@plumbline/backstage-plugin-plumbline-react';
import { describeAge, describeFound } from '../../incidents/incidentAge';
import { incidentsRouteRef } from '../../routes';
import { ChangeStateMenu } from './ChangeStateMenu';
import { IncidentOwner } from './IncidentOwner';
import styles from './IncidentPage.module.css';
import type { StateChange } from './useStateChange';

/**
 * What happened in a sentence, how bad it is, how old, how soon it was found and whose it is.
 *
 * @internal
 */
export function IncidentHeader(props: {
  incident: Incident;
  change: StateChange;
}) {
  const { incident, change } = props;
  const listHref = useRouteRef(incidentsRouteRef);
  const entityHref = useEntityHref();
  const { primaryTitle } = useEntityPresentation(incident.entityRef, {
    defaultKind: 'component',
  });
  const age = describeAge(incident);
  const found = describeFound(incident);
  return (
    <div className={styles.header}>
      <Header
        title={incident.title}
        tags={[
          { label: 'All incidents', href: listHref() },
          { label: `INC-${incident.number}` },
          {
            label: primaryTitle,
            href: entityHref(incident.entityRef, { tab: 'drift' }),
          },
          { label: incident.cluster },
        ]}
        metadata={[
          {
            label: 'Severity',
            value: <SeverityBadge severity={incident.severity} />,
          },
          {
            label: age.label,
            value: (
              <time dateTime={age.since}>
                {age.duration} {age.basis}
              </time>
            ),
          },
          ...(found ? [{ label: 'Found', value: <span>{found}</span> }] : []),
          {
            label: 'Owner',
            value: <IncidentOwner entityRef={incident.entityRef} />,
          },
        ]}
        customActions={
          <div className={styles.actions}>
            <CopyButton text={window.location.href} label="Copy link" />
            <ChangeStateMenu incident={incident} change={change} />
          </div>
        }
      />
    </div>
  );
}
