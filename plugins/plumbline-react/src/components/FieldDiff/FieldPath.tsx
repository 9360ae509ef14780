import { Fragment } from 'react';
import { fieldName, isWholeObject } from './fieldName';
import styles from './FieldDiff.module.css';

/**
 * A field path that may break before every segment, and is copied without the breaks; the object as a whole in words.
 *
 * @public
 */
export function FieldPath(props: { path: string }) {
  const { path } = props;
  if (isWholeObject(path)) {
    return <span>{fieldName(path)}</span>;
  }
  const segments = path.split(/(?=[.[/])/);
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
