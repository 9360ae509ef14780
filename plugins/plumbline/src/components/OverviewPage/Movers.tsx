import type { Overview } from '@plumbline/backstage-plugin-plumbline-common';
import {
  EntityLink,
  SectionCard,
  SeverityBadge,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { splitMovers } from './splitMovers';
import styles from './OverviewPage.module.css';

type Mover = Overview['movers'][number];

function MoverRow(props: { mover: Mover }) {
  const { mover } = props;
  return (
    <li>
      <span className={styles.stack}>
        <EntityLink entityRef={mover.entityRef} tab="friction" />
        <span className={styles.note}>
          {mover.from} to {mover.to}
        </span>
      </span>
      <span className={styles.moverEnd}>
        <span className={styles.change}>
          {mover.change > 0 ? (
            <RiArrowUpLine size={16} aria-label="up" />
          ) : (
            <RiArrowDownLine size={16} aria-label="down" />
          )}
          {Math.abs(mover.change)}
        </span>
        {mover.band && <SeverityBadge severity={mover.band} />}
      </span>
    </li>
  );
}

/** Services whose score changed most in a week, in both directions. */
export function Movers(props: { movers: Mover[] }) {
  const { worse, better } = splitMovers(props.movers);
  return (
    <SectionCard flush title="Movers" aside="7 days">
      {worse.length + better.length === 0 && (
        <p className={styles.padded}>No score changed.</p>
      )}
      {worse.length > 0 && (
        <>
          <h3 className={styles.moverHead}>Worse</h3>
          <ul className={styles.movers}>
            {worse.map(mover => (
              <MoverRow key={mover.entityRef} mover={mover} />
            ))}
          </ul>
        </>
      )}
      {better.length > 0 && (
        <>
          <h3 className={styles.moverHead}>Better</h3>
          <ul className={styles.movers}>
            {better.map(mover => (
              <MoverRow key={mover.entityRef} mover={mover} />
            ))}
          </ul>
        </>
      )}
    </SectionCard>
  );
}
