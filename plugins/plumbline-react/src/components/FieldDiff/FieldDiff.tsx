import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import { VisuallyHidden } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { ScrollRegion } from '../ScrollRegion';
import { describeSides } from './describeSides';
import {
  type DiffSide,
  type DiffTone,
  diffTone,
  type ValueDescription,
} from './describeValue';
import styles from './FieldDiff.module.css';
import { FieldValue } from './FieldValue';

const SIDE_WORDS: Record<DiffSide, string> = { git: 'Git', live: 'Live' };
/** Longer values scroll in themselves, so that what is said of them stays in sight. */
const LONG = 400;

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
          <VisuallyHidden>{SIDE_WORDS[side]}: </VisuallyHidden>
          <WholeValue
            label={`Value of ${SIDE_WORDS[side]}`}
            value={values[side]}
            tone={diffTone(direction, side)}
          />
        </span>
      ))}
    </div>
  );
}

function WholeValue(props: {
  label: string;
  value: ValueDescription;
  tone: DiffTone;
}) {
  const { label, value, tone } = props;
  const whole = <FieldValue value={value} tone={tone} whole />;
  return value.text.length > LONG ? (
    <ScrollRegion label={label} className={styles.long}>
      {whole}
    </ScrollRegion>
  ) : (
    whole
  );
}
