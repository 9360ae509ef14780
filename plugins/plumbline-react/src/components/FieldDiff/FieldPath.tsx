import { Fragment } from 'react';
import styles from './FieldDiff.module.css';

/**
 * A field path that may break before every segment, and is copied without the breaks.
 *
 * @public
 */
export function FieldPath(props: { path: string }) {
  const segments = props.path.split(/(?=[.[/])/);
  return (
    <code className={styles.path}>
      {segments.map((segment, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {segment}
        </Fragment>
      ))}
    </code>
  );
}
