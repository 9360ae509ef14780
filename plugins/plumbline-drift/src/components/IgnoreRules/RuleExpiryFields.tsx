import { Select } from '@backstage/ui';
import { useId } from 'react';
import type { RuleDraft } from '../../ignoreRules/ruleDraft';
import { type ExpiryChoice, expiryChoices } from '../../ignoreRules/ruleExpiry';
import styles from './IgnoreRules.module.css';

/**
 * How long a rule holds.
 *
 * @internal
 */
export function RuleExpiryFields(props: {
  draft: RuleDraft;
  problem: string | undefined;
  onChange: (part: Partial<RuleDraft>) => void;
}) {
  const { draft, problem, onChange } = props;
  const hintId = useId();
  return (
    <>
      <Select
        label="Holds"
        value={draft.expiry}
        options={expiryChoices(draft.keptExpiry)}
        onChange={value => onChange({ expiry: value as ExpiryChoice })}
      />
      {draft.expiry === 'date' && (
        <label className={styles.field}>
          <span className={styles.label}>Last day</span>
          <input
            type="date"
            className={styles.input}
            value={draft.expiryDate}
            aria-invalid={problem !== undefined}
            aria-describedby={hintId}
            onChange={event => onChange({ expiryDate: event.target.value })}
          />
          <span id={hintId} className={problem ? styles.problem : styles.small}>
            {problem ?? 'To its end, in your time zone'}
          </span>
        </label>
      )}
    </>
  );
}
