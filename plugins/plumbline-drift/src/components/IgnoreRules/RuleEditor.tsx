import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { IgnoreRule } from '@plumbline/backstage-plugin-plumbline-common';
import { PlumblineTheme } from '@plumbline/backstage-plugin-plumbline-react';
import { useId } from 'react';
import type { RuleDraft } from '../../ignoreRules/ruleDraft';
import { DialogForm } from '../DialogForm';
import styles from './IgnoreRules.module.css';
import { refusalWords } from './refusalWords';
import { RuleExpiryFields } from './RuleExpiryFields';
import { RuleObjectFields } from './RuleObjectFields';
import { RulePatternFields } from './RulePatternFields';
import { RulePreview } from './RulePreview';
import { RuleScopeFields } from './RuleScopeFields';
import { useRuleDraft } from './useRuleDraft';

/** What the editor is opened with. @internal */
export interface RuleToEdit {
  /** Of the rule that is changed; without it a new one is made. */
  id?: string;
  draft: RuleDraft;
}

/**
 * The form of an ignore rule beside what it would hide.
 *
 * @internal
 */
export function RuleEditor(props: {
  /** Undefined: closed. */
  rule: RuleToEdit | undefined;
  onClose: () => void;
  onSaved: (rule: IgnoreRule) => void;
}) {
  const { rule, onClose, onSaved } = props;
  return (
    <Dialog
      isOpen={rule !== undefined}
      onOpenChange={open => !open && onClose()}
      width={960}
    >
      {rule && (
        <RuleForm
          key={rule.id ?? rule.draft.name}
          rule={rule}
          onClose={onClose}
          onSaved={onSaved}
        />
      )}
    </Dialog>
  );
}

function RuleForm(props: {
  rule: RuleToEdit;
  onClose: () => void;
  onSaved: (rule: IgnoreRule) => void;
}) {
  const { rule, onClose, onSaved } = props;
  const state = useRuleDraft({ initial: rule.draft, id: rule.id, onSaved });
  const { draft, change, problems, saving, error } = state;
  const hintId = useId();
  const [problem] = Object.values(problems);
  const isComplete = problem === undefined;
  const hint =
    rule.id === undefined
      ? 'Hides from the next check on'
      : 'What it hid before stays recorded as it was';
  return (
    <DialogForm onSubmit={() => isComplete && state.save()}>
      <DialogHeader>
        {rule.id === undefined ? 'New ignore rule' : 'Edit ignore rule'}
      </DialogHeader>
      <DialogBody>
        <PlumblineTheme>
          <div className={styles.columns}>
            <div className={styles.fields}>
              <TextField
                label="Name"
                isRequired
                maxLength={120}
                value={draft.name}
                onChange={name => change({ name })}
              />
              <TextAreaField
                label="Reason"
                description="Shown with every finding that it hides"
                isRequired
                rows={2}
                maxLength={2000}
                value={draft.reason}
                onChange={reason => change({ reason })}
              />
              <RuleScopeFields draft={draft} onChange={change} />
              <RulePatternFields
                draft={draft}
                problem={problems.pattern ?? problems.manager}
                onChange={change}
              />
              <RuleObjectFields draft={draft} onChange={change} />
              <RuleExpiryFields
                draft={draft}
                problem={problems.expiryDate}
                onChange={change}
              />
            </div>
            <RulePreview draft={draft} />
          </div>
          {error && (
            <Alert
              status="danger"
              icon
              title="The rule was not saved"
              description={refusalWords(error)}
            />
          )}
        </PlumblineTheme>
      </DialogBody>
      <DialogFooter>
        <span id={hintId} className={styles.small} aria-live="polite">
          {problem ?? hint}
        </span>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={!isComplete}
          isPending={saving}
          aria-describedby={hintId}
        >
          Save rule
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}
