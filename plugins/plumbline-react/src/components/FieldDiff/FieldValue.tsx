import type { DiffTone, ValueDescription } from './describeValue';
import styles from './FieldDiff.module.css';

const CELL_LENGTH = 160;

/**
 * One side of a difference.
 *
 * @public
 */
export function FieldValue(props: {
  value: ValueDescription;
  tone: DiffTone;
  /** Whole text with its line breaks instead of what fits in a cell. */
  whole?: boolean;
}) {
  const { value, tone, whole } = props;
  if (value.kind === 'absent') {
    return <span className={styles.absent}>{value.text}</span>;
  }
  const cut = !whole && value.text.length > CELL_LENGTH;
  return (
    <span
      className={styles.value}
      data-tone={tone}
      data-whole={whole || undefined}
      title={cut ? value.text : undefined}
    >
      {cut ? `${value.text.slice(0, CELL_LENGTH)}…` : value.text}
    </span>
  );
}
