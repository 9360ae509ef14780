import { Button, Select, TextField } from '@backstage/ui';
import { useState } from 'react';
import {
  type Notation,
  NOTATIONS,
  type RuleDraft,
} from '../../ignoreRules/ruleDraft';
import { widerPaths } from '../../ignoreRules/widerPaths';
import styles from './IgnoreRules.module.css';

const DESCRIPTIONS: Record<Exclude<Notation, 'none'>, string> = {
  path: 'Covers everything below it; * stands for one step, [*] for any element',
  jsonPointer: 'As in RFC 6901, e.g. /spec/replicas',
  jq: 'Paths, [] and select(.name == "x"); anything else is refused',
};

/**
 * Which fields a rule means, and the way to say it less exactly.
 *
 * @internal
 */
export function RulePatternFields(props: {
  draft: RuleDraft;
  problem: string | undefined;
  onChange: (part: Partial<RuleDraft>) => void;
}) {
  const { draft, problem, onChange } = props;
  const { notation, pattern } = draft;
  // Ways to widen start from the path that the editor was opened with.
  const [offered] = useState(() =>
    notation === 'path' ? widerPaths(pattern) : [],
  );
  const at = offered.indexOf(pattern);
  return (
    <>
      <Select
        label="Fields by"
        value={notation}
        options={Object.entries(NOTATIONS).map(([value, label]) => ({
          value,
          label,
        }))}
        onChange={value => onChange({ notation: value as Notation })}
      />
      {notation !== 'none' && (
        <TextField
          label={NOTATIONS[notation]}
          isRequired
          description={
            pattern === '' && problem ? problem : DESCRIPTIONS[notation]
          }
          className={styles.code}
          value={pattern}
          onChange={text => onChange({ pattern: text })}
        />
      )}
      {notation === 'path' && offered.length > 1 && (
        <div
          className={styles.steps}
          role="group"
          aria-label="Width of the path"
        >
          <Button
            size="small"
            variant="secondary"
            isDisabled={at <= 0}
            onPress={() => onChange({ pattern: offered[at - 1] })}
          >
            Narrower
          </Button>
          <Button
            size="small"
            variant="secondary"
            isDisabled={at === -1 || at === offered.length - 1}
            onPress={() => onChange({ pattern: offered[at + 1] })}
          >
            Wider
          </Button>
        </div>
      )}
      <TextField
        label="Field manager"
        isRequired={notation === 'none'}
        description="Only fields that this manager owns; empty for any"
        value={draft.manager}
        onChange={manager => onChange({ manager })}
      />
    </>
  );
}
