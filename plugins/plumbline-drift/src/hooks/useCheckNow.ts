import type { EntityDrift } from '@plumbline/backstage-plugin-plumbline-common';
import { useStartDriftRuns } from '@plumbline/backstage-plugin-plumbline-react';
import { useCallback, useEffect, useRef, useState } from 'react';

/** A run ends with a signal; this is for portals without signals. */
const POLL_WHILE_RUNNING_MS = 2_000;

/**
 * Starts a check and asks for its answer until it is there.
 *
 * @param onChecked - asks for the entity's drift again
 * @internal
 */
export function useCheckNow(drift: EntityDrift, onChecked: () => void) {
  const start = useStartDriftRuns(drift.entityRef);
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<Error>();
  const running = drift.running ?? false;

  const latest = useRef(onChecked);
  latest.current = onChecked;
  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const poll = setInterval(() => latest.current(), POLL_WHILE_RUNNING_MS);
    return () => clearInterval(poll);
  }, [running]);

  const checkNow = useCallback(() => {
    setStarting(true);
    setError(undefined);
    start()
      .then(() => latest.current(), setError)
      .finally(() => setStarting(false));
  }, [start]);

  return { checkNow, checking: starting || running, error };
}
