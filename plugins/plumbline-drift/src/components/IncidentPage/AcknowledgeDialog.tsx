import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  TextAreaField,
} from '@backstage/ui';
import {
  type IncidentSummary,
  incidentUpdatePermission,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  describeFailure,
  PlumblineTheme,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useId, useState } from 'react';
import {
  acknowledgeChange,
  acknowledgeForm,
  UNTIL_CHOICES,
  type UntilChoice,
  untilProblem,
} from '../../incidents/stateActions';
import { DialogForm } from '../DialogForm';
import styles from './AcknowledgeDialog.module.css';
import type { StateChange } from './useStateChange';

const MAX_NOTE_LENGTH = 2_000;

/**
 * The form of an acknowledgement: a note for the others, and until when it holds.
 *
 * @internal
 */
export function AcknowledgeDialog(props: {
  incident: IncidentSummary;
  change: StateChange;
}) {
  const { incident, change } = props;
  return (
    <Dialog
      isOpen={change.formOpen}
      onOpenChange={open => !open && change.closeForm()}
      width={480}
    >
      <AcknowledgeFields incident={incident} change={change} />
    </Dialog>
  );
}

/** Stands below the dialog so that the form begins anew each time it opens. */
function AcknowledgeFields(props: {
  incident: IncidentSummary;
  change: StateChange;
}) {
  const { incident, change } = props;
  const editing = incident.state === 'acknowledged';
  const [form, setForm] = useState(() =>
    acknowledgeForm(editing ? incident.acknowledgement : undefined),
  );
  const problem = untilProblem(form);
  return (
    <DialogForm onSubmit={() => change.send(acknowledgeChange(form))}>
      <DialogHeader>
        {editing ? 'Edit acknowledgement' : 'Acknowledge'} INC-{incident.number}
      </DialogHeader>
      <DialogBody>
        <PlumblineTheme>
          <div className={styles.form}>
            <TextAreaField
              label="Note"
              description="Why it is so, and what happens next"
              rows={4}
              maxLength={MAX_NOTE_LENGTH}
              value={form.note}
              onChange={note => setForm(current => ({ ...current, note }))}
            />
            <Select
              label="Holds"
              value={form.choice}
              options={Object.entries(UNTIL_CHOICES).map(([value, label]) => ({
                value,
                label,
              }))}
              onChange={value =>
                setForm(current => ({
                  ...current,
                  choice: value as UntilChoice,
                }))
              }
            />
            {form.choice === 'time' && (
              <UntilField
                value={form.localTime}
                problem={form.localTime === '' ? undefined : problem}
                onChange={localTime =>
                  setForm(current => ({ ...current, localTime }))
                }
              />
            )}
            {change.error && <ChangeFailure error={change.error} />}
          </div>
        </PlumblineTheme>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={change.closeForm}>
          Cancel
        </Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={problem !== undefined}
          isPending={change.sending}
        >
          {editing ? 'Save' : 'Acknowledge'}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}

/** Backstage UI has no field for a date with a time, the browser has. */
function UntilField(props: {
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}) {
  const { value, problem, onChange } = props;
  const hintId = useId();
  return (
    <label className={styles.field}>
      <span className={styles.label}>Until</span>
      <input
        type="datetime-local"
        className={styles.input}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={hintId}
        onChange={event => onChange(event.target.value)}
      />
      <span id={hintId} className={problem ? styles.problem : styles.small}>
        {problem ?? 'In your time zone; open again from then on'}
      </span>
    </label>
  );
}

/** Why the backend did not change the state. @internal */
export function ChangeFailure(props: { error: Error }) {
  const failure = describeFailure(
    props.error,
    'this incident',
    incidentUpdatePermission.name,
  );
  return (
    <Alert
      status="danger"
      icon
      title="The state was not changed"
      description={failure.text}
    />
  );
}
