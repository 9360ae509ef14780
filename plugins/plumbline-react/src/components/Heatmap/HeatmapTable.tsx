import type { HeatmapModel } from './heatmapModel';
import { formatAmount } from './heatmapText';
import styles from './Heatmap.module.css';

interface HeatmapTableProps {
  model: HeatmapModel;
  label: string;
  rowHeader: string;
  columnHeader: string;
}

/** The same numbers as a plain list: only cells that are not zero, and what has no data. @internal */
export function HeatmapTable(props: HeatmapTableProps) {
  const { model, label, rowHeader, columnHeader } = props;
  const cells = model.rows
    .flatMap(row => row.cells)
    .filter(cell => cell.value !== undefined && cell.value > 0);
  const missing = model.columns.filter(
    heading => heading.axis.state === 'no-data',
  );
  return (
    <div className={styles.tableScroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{rowHeader}</th>
            <th scope="col">{columnHeader}</th>
            {model.unit !== 'events' && (
              <th scope="col">{model.unit === 'score' ? 'Score' : 'Points'}</th>
            )}
            {model.unit !== 'score' && <th scope="col">Events</th>}
          </tr>
        </thead>
        <tbody>
          {cells.map(cell => (
            <tr key={`${cell.row.id} ${cell.column.id}`}>
              <th scope="row">{cell.row.label}</th>
              <td>{model.columns[cell.columnIndex].name}</td>
              {model.unit !== 'events' && (
                <td>
                  {cell.partial ? 'at least ' : ''}
                  {formatAmount(cell.value ?? 0)}
                </td>
              )}
              {model.unit !== 'score' && <td>{cell.count}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 0 && (
        <p className={styles.note}>
          No data: {missing.map(heading => heading.name).join(', ')}.
        </p>
      )}
    </div>
  );
}
