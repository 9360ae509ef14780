import type {
  IgnoreRule,
  IgnoreRuleInput,
} from '@plumbline/backstage-plugin-plumbline-common';
import { useIgnoreRuleActions } from '@plumbline/backstage-plugin-plumbline-react';
import { useCallback, useState } from 'react';
import {
  draftProblems,
  type RuleDraft,
  toRuleInput,
} from '../../ignoreRules/ruleDraft';

/** A rule in the editor. @internal */
export interface RuleDraftState {
  draft: RuleDraft;
  change(part: Partial<RuleDraft>): void;
  problems: ReturnType<typeof draftProblems>;
  saving: boolean;
  /** Why the backend did not take it. */
  error: Error | undefined;
  save(): void;
}

/**
 * @param id - of the rule that is changed; without it a new one is made
 * @internal
 */
export function useRuleDraft(options: {
  initial: RuleDraft;
  id: string | undefined;
  onSaved: (rule: IgnoreRule) => void;
}): RuleDraftState {
  const { initial, id, onSaved } = options;
  const actions = useIgnoreRuleActions();
  const [draft, setDraft] = useState(initial);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const change = useCallback(
    (part: Partial<RuleDraft>) =>
      setDraft(current => ({ ...current, ...part })),
    [],
  );
  const save = () => {
    const rule: IgnoreRuleInput = toRuleInput(draft);
    setSaving(true);
    setError(undefined);
    (id === undefined ? actions.create(rule) : actions.update(id, rule))
      .then(onSaved, setError)
      .finally(() => setSaving(false));
  };
  return { draft, change, problems: draftProblems(draft), saving, error, save };
}
