import { Switch } from '@backstage/ui';
import type { AuditFilterState } from './useAuditFilters';

/** Follows the audit log; a span with an end has nothing to follow. */
export function LiveSwitch(props: { state: AuditFilterState }) {
  const { state } = props;
  return (
    <Switch
      label="Live tail"
      isSelected={state.isLive}
      isDisabled={!state.canBeLive}
      onChange={state.setLive}
    />
  );
}
