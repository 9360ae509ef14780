import { TextField } from '@backstage/ui';
import type { RuleDraft } from '../../ignoreRules/ruleDraft';
import styles from './IgnoreRules.module.css';

/**
 * Which objects a rule means; an empty field means any.
 *
 * @internal
 */
export function RuleObjectFields(props: {
  draft: RuleDraft;
  onChange: (part: Partial<RuleDraft>) => void;
}) {
  const { draft, onChange } = props;
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>Objects</legend>
      <div className={styles.row}>
        <TextField
          label="Kind"
          placeholder="any"
          value={draft.kind}
          onChange={kind => onChange({ kind, group: undefined })}
        />
        <TextField
          label="Object name"
          placeholder="any"
          value={draft.objectName}
          onChange={objectName => onChange({ objectName })}
        />
        <TextField
          label="Namespace"
          placeholder="any"
          value={draft.namespace}
          onChange={namespace => onChange({ namespace })}
        />
      </div>
    </fieldset>
  );
}
