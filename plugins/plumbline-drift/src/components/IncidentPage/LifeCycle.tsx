import { Card } from '@backstage/ui';
import type { IncidentDetail } from '@plumbline/backstage-plugin-plumbline-common';
import { TimeText } from '@plumbline/backstage-plugin-plumbline-react';
import {
  RiCheckboxCircleFill,
  RiCircleLine,
  RiInformationLine,
  RiRecordCircleFill,
} from '@remixicon/react';
import { lifeCycle } from '../../incidents/lifeCycle';
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
  const fields = incident.findingCount === 1 ? 'the field' : 'all fields';
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
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <span className={styles.hint}>
        <RiInformationLine size={14} aria-hidden />
        {incident.state === 'resolved'
          ? `Resolved: ${incident.resolution ?? 'no reason was recorded'}`
          : `Resolves by itself when a check finds ${fields} as in Git`}
      </span>
    </Card>
  );
}
