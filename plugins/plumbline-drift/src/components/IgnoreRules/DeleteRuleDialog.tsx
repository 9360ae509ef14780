import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { IgnoreRule } from '@plumbline/backstage-plugin-plumbline-common';
import {
  PlumblineTheme,
  useIgnoreRuleActions,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useState } from 'react';
import { refusalWords } from './refusalWords';

/**
 * Asks before a rule goes, and says what shows again.
 *
 * @internal
 */
export function DeleteRuleDialog(props: {
  /** Undefined: closed. */
  rule: IgnoreRule | undefined;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { rule, onClose, onDeleted } = props;
  return (
    <Dialog
      isOpen={rule !== undefined}
      onOpenChange={open => !open && onClose()}
      width={480}
    >
      {rule && <Question rule={rule} onClose={onClose} onDeleted={onDeleted} />}
    </Dialog>
  );
}

function Question(props: {
  rule: IgnoreRule;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { rule, onClose, onDeleted } = props;
  const { remove } = useIgnoreRuleActions();
  const [deleting, setDeleting] = useState(false);
  const [error, setError] = useState<Error>();
  const confirm = () => {
    setDeleting(true);
    remove(rule.id)
      .then(onDeleted, setError)
      .finally(() => setDeleting(false));
  };
  return (
    <>
      <DialogHeader>Delete {rule.name}</DialogHeader>
      <DialogBody>
        <PlumblineTheme>
          <p>
            {rule.hides === 0
              ? 'It hides nothing that you can see.'
              : `${rule.hides} ${
                  rule.hides === 1
                    ? 'finding that it hides'
                    : 'findings that it hides'
                } will show again after the next check.`}{' '}
            What it hid until now stays recorded with its reason.
          </p>
          {error && (
            <Alert
              status="danger"
              icon
              title="The rule was not deleted"
              description={refusalWords(error)}
            />
          )}
        </PlumblineTheme>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={deleting}
          onPress={confirm}
        >
          Delete rule
        </Button>
      </DialogFooter>
    </>
  );
}
