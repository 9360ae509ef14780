import type { Incident } from '@plumbline/backstage-plugin-plumbline-common';
import {
  FailureState,
  FieldPath,
  LoadingState,
  SectionCard,
  useIncidentStatistics,
} from '@plumbline/backstage-plugin-plumbline-react';
import { objectName } from '../../findings';
import { formatTwoUnits } from '../../incidents/incidentAge';
import { mostRepeated, type RepeatedField } from '../../incidents/seenBefore';
import styles from './IncidentPage.module.css';

const DAYS = 90;

/**
 * Whether this field differs again and again, and how that ended.
 *
 * @internal
 */
export function SeenBeforeCard(props: { incident: Incident }) {
  const { incident } = props;
  const { value, error, reload } = useIncidentStatistics({
    entity: [incident.entityRef],
    days: DAYS,
  });
  const repeated = value && mostRepeated(incident, value);
  return (
    <SectionCard title="Seen before">
      {error && !value && (
        <FailureState
          error={error}
          subject="earlier incidents"
          permission="plumbline.drift.read"
          onRetry={reload}
        />
      )}
      {!error && !value && (
        <LoadingState label="Looking for earlier incidents" lines={2} />
      )}
      {value && !repeated && (
        <p className={styles.text}>None on record in the last {DAYS} days.</p>
      )}
      {repeated && <Repeated field={repeated} />}
    </SectionCard>
  );
}

function Repeated(props: { field: RepeatedField }) {
  const { object, path, count, adopted, reverted, medianLifeSeconds } =
    props.field;
  return (
    <>
      <p className={styles.repeated}>
        <FieldPath path={path} />
        <span className={styles.small}>{objectName(object)}</span>
      </p>
      <dl className={styles.figures}>
        <dt>Incidents in {DAYS} days</dt>
        <dd>{count}</dd>
        <dt>Adopted / restored</dt>
        <dd>
          {adopted} / {reverted}
        </dd>
        <dt>Median life</dt>
        <dd>
          {medianLifeSeconds === undefined
            ? 'unknown'
            : formatTwoUnits(medianLifeSeconds)}
        </dd>
      </dl>
    </>
  );
}
