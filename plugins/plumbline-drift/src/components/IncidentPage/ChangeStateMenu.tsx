import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { IncidentSummary } from '@plumbline/backstage-plugin-plumbline-common';
import { RiArrowDownSLine } from '@remixicon/react';
import { useId } from 'react';
import { type StateAction, stateActions } from '../../incidents/stateActions';
import styles from './IncidentPage.module.css';
import type { StateChange } from './useStateChange';

const ACTION_WORDS: Record<StateAction, string> = {
  acknowledge: 'Acknowledge…',
  edit: 'Edit note…',
  'take-back': 'Take acknowledgement back',
};

/**
 * What a person may do to the state. When nothing can be done, the reason stands beside the button.
 *
 * @internal
 */
export function ChangeStateMenu(props: {
  incident: IncidentSummary;
  change: StateChange;
}) {
  const { incident, change } = props;
  const reasonId = useId();
  const run: Record<StateAction, () => void> = {
    acknowledge: change.openForm,
    edit: change.openForm,
    'take-back': () => change.send({ state: 'open' }),
  };
  return (
    <>
      {change.refusal && (
        <span id={reasonId} className={styles.refusal}>
          {change.refusal}
        </span>
      )}
      <MenuTrigger>
        <Button
          size="small"
          variant="secondary"
          iconEnd={<RiArrowDownSLine />}
          isDisabled={change.refusal !== undefined}
          isPending={change.sending}
          aria-describedby={change.refusal && reasonId}
        >
          Change state
        </Button>
        <Menu placement="bottom end">
          {stateActions(incident.state).map(action => (
            <MenuItem key={action} id={action} onAction={run[action]}>
              {ACTION_WORDS[action]}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </>
  );
}
