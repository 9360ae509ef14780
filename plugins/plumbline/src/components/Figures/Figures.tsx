import type { Figure } from '../../text/overviewFigures';
import styles from './Figures.module.css';

/** Figures side by side; on a narrow screen they wrap. */
export function Figures(props: { figures: Figure[] }) {
  return (
    <dl className={styles.figures}>
      {props.figures.map(figure => (
        <div key={figure.id}>
          <dt>{figure.label}</dt>
          <dd className={styles.value}>{figure.value}</dd>
          {figure.notes.map(note => (
            <dd key={note} className={styles.note}>
              {note}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
