import type {
  Verdict,
  VerdictCounts,
} from '@plumbline/backstage-plugin-plumbline-common';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  RiCheckDoubleLine,
  RiExchangeLine,
  RiEyeOffLine,
  RiFilterOffLine,
  RiQuestionLine,
} from '@remixicon/react';
import styles from './VerdictChips.module.css';

/** Verdicts in the order in which they are shown. @public */
export const VERDICTS: readonly Verdict[] = [
  'drift',
  'expected',
  'ignored',
  'excluded',
  'unverifiable',
];

/** The word of each verdict. @public */
export const VERDICT_WORDS: Record<Verdict, string> = {
  drift: 'Drift',
  expected: 'Expected',
  ignored: 'Ignored',
  excluded: 'Excluded',
  unverifiable: 'Unverifiable',
};

const ICONS = {
  drift: RiExchangeLine,
  expected: RiCheckDoubleLine,
  ignored: RiEyeOffLine,
  excluded: RiFilterOffLine,
  unverifiable: RiQuestionLine,
};

/**
 * All differences counted by verdict, as a choice of which ones to list. Nothing is hidden silently: the counts add up.
 *
 * @public
 */
export function VerdictChips(props: {
  /** What is left out is unknown, not 0: nobody could look. */
  counts: Partial<VerdictCounts>;
  value: Verdict;
  onChange: (verdict: Verdict) => void;
}) {
  const { counts, value, onChange } = props;
  return (
    <ToggleButtonGroup
      className={styles.chips}
      aria-label="Differences by verdict"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => {
        const next = VERDICTS.find(verdict => keys.has(verdict));
        if (next) {
          onChange(next);
        }
      }}
    >
      {VERDICTS.map(verdict => {
        const Icon = ICONS[verdict];
        return (
          <ToggleButton
            key={verdict}
            id={verdict}
            size="small"
            className={styles.chip}
            iconStart={<Icon size={14} aria-hidden />}
          >
            {VERDICT_WORDS[verdict]}{' '}
            <span
              className={styles.count}
              aria-label={counts[verdict] === undefined ? 'unknown' : undefined}
              role={counts[verdict] === undefined ? 'img' : undefined}
            >
              {counts[verdict] ?? '–'}
            </span>
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
