import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import type { ImportedIgnoreRules } from '@plumbline/backstage-plugin-plumbline-common';
import {
  FieldPath,
  PlumblineTheme,
  useIgnoreRuleActions,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useState } from 'react';
import { fieldsOf, objectsOf } from '../../ignoreRules/describeRule';
import { draftOfRule, type RuleDraft } from '../../ignoreRules/ruleDraft';
import styles from './IgnoreRules.module.css';
import { refusalWords } from './refusalWords';

/**
 * Reads Argo CD's `ignoreDifferences`; each rule that comes of it is looked at in the editor before it is saved.
 *
 * @internal
 */
export function ImportRulesDialog(props: {
  isOpen: boolean;
  /** Of the rules to be made; empty: the whole portal. */
  entityRef: string;
  onClose: () => void;
  onChosen: (draft: RuleDraft) => void;
}) {
  const { isOpen, entityRef, onClose, onChosen } = props;
  const { read } = useIgnoreRuleActions();
  const [text, setText] = useState('');
  const [imported, setImported] = useState<ImportedIgnoreRules>();
  const [reading, setReading] = useState(false);
  const [error, setError] = useState<Error>();
  const changeText = (next: string) => {
    setText(next);
    setImported(undefined);
    setError(undefined);
  };
  const start = () => {
    setReading(true);
    setError(undefined);
    read(text)
      .then(setImported, setError)
      .finally(() => setReading(false));
  };
  const choose = (rule: ImportedIgnoreRules['rules'][number]) =>
    onChosen(draftOfRule(entityRef ? { ...rule, entityRef } : rule));
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={720}
    >
      <DialogHeader>Import ignoreDifferences</DialogHeader>
      <DialogBody>
        <PlumblineTheme>
          <div className={styles.fields}>
            <TextAreaField
              label="YAML"
              description="The list ignoreDifferences, an Application that has it, or the ConfigMap argocd-cm"
              rows={8}
              maxLength={65_536}
              className={styles.code}
              value={text}
              onChange={changeText}
            />
            {error && (
              <Alert
                status="danger"
                icon
                title="This could not be read"
                description={refusalWords(error)}
              />
            )}
            {imported && (
              <ImportedRules imported={imported} onChosen={choose} />
            )}
          </div>
        </PlumblineTheme>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
        <Button
          variant="primary"
          isDisabled={text.trim() === ''}
          isPending={reading}
          onPress={start}
        >
          Read
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function ImportedRules(props: {
  imported: ImportedIgnoreRules;
  onChosen: (rule: ImportedIgnoreRules['rules'][number]) => void;
}) {
  const { rules, refused } = props.imported;
  return (
    <>
      <p className={styles.small} role="status">
        {rules.length} {rules.length === 1 ? 'rule' : 'rules'} read
        {refused.length > 0 && `, ${refused.length} refused`}
      </p>
      <ul className={styles.imported} aria-label="Rules read">
        {rules.map(rule => (
          <li key={JSON.stringify(rule)}>
            <span>
              <FieldPath path={fieldsOf(rule)} />
              <span className={styles.small}>{objectsOf(rule)}</span>
            </span>
            <Button
              size="small"
              variant="secondary"
              aria-label={`Look and save: ${fieldsOf(rule)} of ${objectsOf(
                rule,
              )}`}
              onPress={() => props.onChosen(rule)}
            >
              Look and save…
            </Button>
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Not taken over"
          description={
            <ul className={styles.refused}>
              {refused.map(reason => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
