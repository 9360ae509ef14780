import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { IgnoreRule } from '@plumbline/backstage-plugin-plumbline-common';
import { useIgnoreRuleActions } from '@plumbline/backstage-plugin-plumbline-react';
import { RiMore2Line } from '@remixicon/react';
import { draftOfRule, toRuleInput } from '../../ignoreRules/ruleDraft';
import { refusalWords } from './refusalWords';

/**
 * What can be done to a rule.
 *
 * @internal
 */
export function RuleMenu(props: {
  rule: IgnoreRule;
  onEdit: () => void;
  onDelete: () => void;
  onChanged: () => void;
}) {
  const { rule, onEdit, onDelete, onChanged } = props;
  const { update } = useIgnoreRuleActions();
  const alerts = useApi(alertApiRef);
  const toggle = () =>
    update(rule.id, {
      ...toRuleInput(draftOfRule(rule)),
      active: !rule.active,
    }).then(onChanged, error =>
      alerts.post({
        message: `${rule.name} was not changed: ${refusalWords(error)}`,
        severity: 'error',
      }),
    );
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={`Actions for ${rule.name}`}
        icon={<RiMore2Line />}
      />
      <Menu placement="bottom end">
        <MenuItem id="edit" onAction={onEdit}>
          Edit…
        </MenuItem>
        <MenuItem id="pause" onAction={toggle}>
          {rule.active ? 'Pause' : 'Resume'}
        </MenuItem>
        <MenuItem id="delete" color="danger" onAction={onDelete}>
          Delete…
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
