import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { frictionReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import {
  driverRows,
  FailureState,
  LoadingState,
  PlumblineTheme,
  SectionCard,
  TimeText,
  useEntityFriction,
  useEntityHref,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiDashboard3Line } from '@remixicon/react';
import { readerTimeZone } from '../../text/readerTimeZone';
import { FrictionSummary } from './FrictionSummary';
import styles from './FrictionCard.module.css';

const DRIVERS_SHOWN = 3;

/** Score of the entity with its three strongest drivers and the way to the tab. */
export function FrictionCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, loading, reload } = useEntityFriction(entityRef, {
    timeZone: readerTimeZone(),
  });
  const href = useEntityHref();
  const drivers = driverRows(value?.breakdown ?? [], DRIVERS_SHOWN);
  return (
    <PlumblineTheme>
      <SectionCard
        flush
        title="Friction"
        icon={<RiDashboard3Line aria-hidden />}
        aside={
          value && (
            <span>
              updated <TimeText time={value.updatedAt} />
            </span>
          )
        }
      >
        {loading && (
          <div className={styles.padded}>
            <LoadingState label="Loading friction" boxes={1} lines={3} />
          </div>
        )}
        {!value && error && (
          <div className={styles.padded}>
            <FailureState
              error={error}
              subject={`friction of ${entity.metadata.name}`}
              permission={frictionReadPermission.name}
              onRetry={reload}
            />
          </div>
        )}
        {value && (
          <>
            <div className={styles.padded}>
              <FrictionSummary friction={value} error={error} />
            </div>
            {drivers.rows.length > 0 && (
              <dl className={styles.drivers}>
                {drivers.rows.map(row => (
                  <div key={row.ruleId}>
                    <dt>{row.title}</dt>
                    <dd>{row.points.toFixed(1)}</dd>
                  </div>
                ))}
                {drivers.others && (
                  <div className={styles.others}>
                    <dt>
                      {drivers.others.number} other{' '}
                      {drivers.others.number === 1 ? 'rule' : 'rules'}
                    </dt>
                    <dd>{drivers.others.points.toFixed(1)}</dd>
                  </div>
                )}
              </dl>
            )}
            <div className={styles.foot}>
              <Link href={href(entityRef, { tab: 'friction' })}>
                {drivers.rows.length > 0 ? 'What to do next' : 'Open friction'}
              </Link>
            </div>
          </>
        )}
      </SectionCard>
    </PlumblineTheme>
  );
}
