import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Card, Link } from '@backstage/ui';
import type {
  IncidentDetail,
  IncidentSummary,
} from '@plumbline/backstage-plugin-plumbline-common';
import { TimeText } from '@plumbline/backstage-plugin-plumbline-react';
import {
  RiCheckboxCircleFill,
  RiCircleLine,
  RiInformationLine,
  RiRecordCircleFill,
} from '@remixicon/react';
import { lifeCycle } from '../../incidents/lifeCycle';
import { incidentRouteRef } from '../../routes';
import styles from './IncidentPage.module.css';

const ICONS = {
  done: RiCheckboxCircleFill,
  current: RiRecordCircleFill,
  ahead: RiCircleLine,
};

/**
 * Where the incident stands in its life. It is never closed by hand: a check that finds the fields as in Git does it.
 *
 * @internal
 */
export function LifeCycle(props: { detail: IncidentDetail }) {
  const { incident } = props.detail;
  return (
    <Card className={styles.life}>
      <ol className={styles.steps} aria-label="Life of the incident">
        {lifeCycle(props.detail).map(step => {
          const Icon = ICONS[step.progress];
          return (
            <li
              key={step.id}
              data-progress={step.progress}
              aria-current={step.progress === 'current' ? 'step' : undefined}
            >
              <Icon size={16} aria-hidden />
              <span>{step.title}</span>
              {step.time && (
                <span className={styles.small}>
                  <TimeText time={step.time} />
                  {step.by && (
                    <>
                      {' by '}
                      <EntityDisplayName
                        entityRef={step.by}
                        defaultKind="user"
                        hideIcon
                        disableTooltip
                      />
                    </>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <span className={styles.hint}>
        <RiInformationLine size={14} aria-hidden />
        <span>
          <Earlier incident={incident} />
          {endText(incident)}
        </span>
      </span>
    </Card>
  );
}

/** What became of the same difference before. */
function Earlier(props: { incident: IncidentSummary }) {
  const { reopenings = 0, previousIncident } = props.incident;
  const incidentHref = useRouteRef(incidentRouteRef);
  return (
    <>
      {reopenings > 0 &&
        `Came back ${reopenings === 1 ? 'once' : `${reopenings} times`}. `}
      {previousIncident && (
        <>
          Was{' '}
          <Link
            href={incidentHref({ id: previousIncident.id })}
            variant="body-small"
          >
            INC-{previousIncident.number}
          </Link>{' '}
          before.{' '}
        </>
      )}
    </>
  );
}

function endText({ state, resolution, findingCount }: IncidentSummary): string {
  if (state === 'resolved') {
    return `Resolved: ${resolution ?? 'no reason was recorded'}`;
  }
  const fields = { 1: 'the field', 2: 'both fields' }[findingCount];
  return `Resolves by itself when a check finds ${
    fields ?? 'all fields'
  } as in Git`;
}
