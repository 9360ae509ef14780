import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import { VisuallyHidden } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { describeSides } from './describeSides';
import { type DiffSide, diffTone } from './describeValue';
import styles from './FieldDiff.module.css';
import { FieldValue } from './FieldValue';

/**
 * Both sides of a finding in full, older first.
 *
 * @public
 */
export function FieldDiff(props: { finding: Finding }) {
  const { direction } = props.finding;
  const values = describeSides(props.finding);
  const order: DiffSide[] =
    direction === 'git-ahead' ? ['live', 'git'] : ['git', 'live'];
  return (
    <div className={styles.diff}>
      {order.map((side, index) => (
        <span key={side} className={styles.side}>
          {index > 0 && (
            <RiArrowRightLine size={16} className={styles.arrow} aria-hidden />
          )}
          <VisuallyHidden>{side === 'git' ? 'Git: ' : 'Live: '}</VisuallyHidden>
          <FieldValue
            value={values[side]}
            tone={diffTone(direction, side)}
            whole
          />
        </span>
      ))}
    </div>
  );
}
