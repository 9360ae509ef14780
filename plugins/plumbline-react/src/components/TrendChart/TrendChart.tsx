import { Skeleton } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import {
  formatDay,
  trendRows,
  trendSummary,
  type TrendSeries,
} from './trendSeries';
import styles from './TrendChart.module.css';

const TrendLines = lazy(() => import('./TrendLines'));

/** Properties of {@link TrendChart}. @public */
export interface TrendChartProps {
  /** One line is drawn as an area; several differ by dash and carry their name at the end. */
  series: TrendSeries[];
  height?: number;
  maximum?: number;
  bandLimits?: number[];
  /** Show the numbers as a table. */
  asTable?: boolean;
}

/** Values by day, with a sentence for screen readers and a table as the alternative. @public */
export function TrendChart(props: TrendChartProps) {
  const { series, height = 160, maximum, bandLimits, asTable } = props;
  const rows = trendRows(series);
  if (asTable) {
    return (
      <div className={styles.tableScroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Day</th>
              {series.map(line => (
                <th key={line.id} scope="col">
                  {line.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows].reverse().map(row => (
              <tr key={row.day}>
                <th scope="row">{formatDay(row.day)}</th>
                {series.map(line => (
                  <td key={line.id}>{row[line.id] ?? 'unknown'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.summary}>
        {series.map(trendSummary).join('. ')}
      </figcaption>
      <Suspense fallback={<Skeleton width="100%" height={height} />}>
        <TrendLines
          series={series}
          rows={rows}
          height={height}
          maximum={maximum}
          bandLimits={bandLimits}
        />
      </Suspense>
    </figure>
  );
}
