import type { FrictionDriver } from '@plumbline/backstage-plugin-plumbline-common';
import { driverRows } from './driverRows';
import styles from './DriverBars.module.css';

/** Properties of {@link DriverBars}. @public */
export interface DriverBarsProps {
  drivers: FrictionDriver[];
  /** Sum as the backend computed it. */
  sum: number;
  /** How many drivers get a row of their own; the others are summed in one line. */
  limit?: number;
}

/** What makes a score: one bar per driver, and the line that they add up to. @public */
export function DriverBars(props: DriverBarsProps) {
  const { rows, others, sumOfCounts } = driverRows(props.drivers, props.limit);
  return (
    <table className={styles.table}>
      <thead className={styles.hidden}>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Share</th>
          <th scope="col">Points now</th>
          <th scope="col">Events</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.ruleId}>
            <th scope="row">{row.title}</th>
            <td className={styles.bar}>
              <span style={{ width: `${row.width}%` }} />
            </td>
            <td className={styles.points}>{row.points.toFixed(1)}</td>
            <td className={styles.count}>{row.count}</td>
          </tr>
        ))}
        {others && (
          <tr>
            <th scope="row" className={styles.muted}>
              {others.number} other {others.number === 1 ? 'rule' : 'rules'}
            </th>
            <td />
            <td className={styles.points}>{others.points.toFixed(1)}</td>
            <td className={styles.count}>{others.count}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Sum</th>
          <td />
          <td className={styles.points}>{props.sum.toFixed(1)}</td>
          <td className={styles.count}>{sumOfCounts}</td>
        </tr>
      </tfoot>
    </table>
  );
}
