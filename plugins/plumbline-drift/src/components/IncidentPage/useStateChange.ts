import { usePermission } from '@backstage/plugin-permission-react';
import {
  type IncidentStateChange,
  type IncidentSummary,
  incidentUpdatePermission,
} from '@plumbline/backstage-plugin-plumbline-common';
import { useChangeIncidentState } from '@plumbline/backstage-plugin-plumbline-react';
import { useCallback, useState } from 'react';

/** The way to change the state of the incident on the page. @internal */
export interface StateChange {
  /** Why the reader cannot change the state; `undefined` when that is possible. */
  refusal: string | undefined;
  /** Whether the form of an acknowledgement is open. */
  formOpen: boolean;
  openForm(): void;
  closeForm(): void;
  sending: boolean;
  /** Why the last change failed. */
  error: Error | undefined;
  /** Sends a change; closes the form when the backend took it. */
  send(change: IncidentStateChange): void;
}

/**
 * @param onChanged - reads the incident again
 * @internal
 */
export function useStateChange(
  incident: IncidentSummary,
  onChanged: () => void,
): StateChange {
  const { allowed, loading } = usePermission({
    permission: incidentUpdatePermission,
  });
  const change = useChangeIncidentState(incident.id);
  const [formOpen, setFormOpen] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Error>();

  const show = useCallback((open: boolean) => {
    setError(undefined);
    setFormOpen(open);
  }, []);
  const openForm = useCallback(() => show(true), [show]);
  const closeForm = useCallback(() => show(false), [show]);

  const send = useCallback(
    (body: IncidentStateChange) => {
      setSending(true);
      setError(undefined);
      change(body)
        .then(() => {
          setFormOpen(false);
          onChanged();
        }, setError)
        .finally(() => setSending(false));
    },
    [change, onChanged],
  );

  return {
    refusal: refusalOf(incident, allowed || loading),
    formOpen,
    openForm,
    closeForm,
    sending,
    error,
    send,
  };
}

function refusalOf(
  incident: IncidentSummary,
  allowed: boolean,
): string | undefined {
  if (incident.state === 'resolved') {
    return 'Opens again by itself when a check finds the difference';
  }
  return allowed
    ? undefined
    : `Needs the permission ${incidentUpdatePermission.name}`;
}
