import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import {
  type Finding,
  ignoreRuleWritePermission,
} from '@plumbline/backstage-plugin-plumbline-common';
import { useState } from 'react';
import { draftOfFinding } from '../../ignoreRules/ruleDraft';
import { RuleEditor, type RuleToEdit } from '../IgnoreRules';

/**
 * Opens the editor of ignore rules with a rule that hides just this finding. Not there for those who may not write rules.
 *
 * @internal
 */
export function IgnoreButton(props: { finding: Finding; entityRef: string }) {
  const { finding, entityRef } = props;
  const alerts = useApi(alertApiRef);
  const { allowed } = usePermission({ permission: ignoreRuleWritePermission });
  const [rule, setRule] = useState<RuleToEdit>();
  if (!allowed) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="tertiary"
        onPress={() => setRule({ draft: draftOfFinding(finding, entityRef) })}
      >
        Ignore…
      </Button>
      <RuleEditor
        rule={rule}
        onClose={() => setRule(undefined)}
        onSaved={saved => {
          setRule(undefined);
          alerts.post({
            message: `${saved.name} is saved and hides from the next check on`,
            severity: 'success',
            display: 'transient',
          });
        }}
      />
    </>
  );
}
