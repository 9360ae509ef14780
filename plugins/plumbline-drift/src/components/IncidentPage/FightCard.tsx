import type { Fight } from '@plumbline/backstage-plugin-plumbline-common';
import {
  describeValue,
  FieldPath,
  FieldValue,
  SectionCard,
  TimeText,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiArrowLeftRightLine } from '@remixicon/react';
import { Fragment } from 'react';
import styles from './IncidentPage.module.css';

/**
 * Two writers that set a field in turn. Neither way out lasts until one of them stops.
 *
 * @internal
 */
export function FightCard(props: { fight: Fight }) {
  const { managers, path, since, turns, values = [] } = props.fight;
  return (
    <SectionCard
      title="Two managers fight"
      aside={
        <>
          since <TimeText time={since} />
        </>
      }
    >
      <div className={styles.stack}>
        <p className={styles.claim}>
          <b>{managers.join(' and ')}</b> set this field in turn,{' '}
          {turns === 1 ? 'once' : `${turns} times`} so far.
        </p>
        <p className={styles.fight}>
          <FieldPath path={path} />
          {values.map((value, index) => (
            <Fragment key={index}>
              {index > 0 && (
                <RiArrowLeftRightLine
                  size={14}
                  role="img"
                  aria-label="in turn with"
                />
              )}
              <FieldValue value={describeValue(value, 'live')} tone="plain" />
            </Fragment>
          ))}
        </p>
        <p className={styles.small}>
          A manager is a tool, not a person. Whatever you choose below, the
          other one undoes it: stop one of them, or leave the field out of Git.
        </p>
      </div>
    </SectionCard>
  );
}
