import { usePermission } from '@backstage/plugin-permission-react';
import { Radio, RadioGroup, TextField } from '@backstage/ui';
import { portalIgnoreRuleWritePermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { RuleDraft } from '../../ignoreRules/ruleDraft';

/**
 * Whether a rule is of one service or of all.
 *
 * @internal
 */
export function RuleScopeFields(props: {
  draft: RuleDraft;
  onChange: (part: Partial<RuleDraft>) => void;
}) {
  const { draft, onChange } = props;
  const { allowed, loading } = usePermission({
    permission: portalIgnoreRuleWritePermission,
  });
  const isRefused = !allowed && !loading;
  return (
    <>
      <RadioGroup
        label="Applies to"
        orientation="horizontal"
        value={draft.scope}
        description={
          isRefused
            ? `Rules of all services need the permission ${portalIgnoreRuleWritePermission.name}`
            : undefined
        }
        onChange={scope => onChange({ scope: scope as RuleDraft['scope'] })}
      >
        <Radio value="entity">One service</Radio>
        <Radio value="portal" isDisabled={isRefused}>
          All services
        </Radio>
      </RadioGroup>
      {draft.scope === 'entity' && (
        <TextField
          label="Service"
          isRequired
          placeholder="component:default/cart"
          value={draft.entityRef}
          onChange={entityRef => onChange({ entityRef })}
        />
      )}
    </>
  );
}
