import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';

/** Channels on which the backend says that something changed. @public */
export type PlumblineChannel =
  | 'plumbline:drift'
  | 'plumbline:friction'
  | 'plumbline:audit';

const POLL_INTERVAL_MS = 60_000;
/** Signals come in bursts, one per stored batch; one request answers them all. */
const SETTLE_MS = 250;

/**
 * Calls back when the backend has something newer. A signal is a hint and carries no data. Polling goes on beside it
 * while the page is visible, since a signal may be lost with its connection.
 *
 * @public
 */
export function usePlumblineRefresh(options: {
  channel: PlumblineChannel | undefined;
  entityRef?: string;
  onRefresh: () => void;
}): void {
  const { channel, entityRef, onRefresh } = options;
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(onRefresh);
  latest.current = onRefresh;

  useEffect(() => {
    if (!channel) {
      return undefined;
    }
    let settle: ReturnType<typeof setTimeout> | undefined;
    const subscription = signals?.subscribe(channel, message => {
      if (concerns(message, entityRef)) {
        clearTimeout(settle);
        settle = setTimeout(() => latest.current(), SETTLE_MS);
      }
    });
    const poll = setInterval(() => {
      if (document.visibilityState === 'visible') {
        latest.current();
      }
    }, POLL_INTERVAL_MS);
    return () => {
      clearTimeout(settle);
      clearInterval(poll);
      subscription?.unsubscribe();
    };
  }, [signals, channel, entityRef]);
}

/** A message without a list of entities concerns everybody. */
function concerns(
  message: { entityRefs?: unknown },
  entityRef: string | undefined,
): boolean {
  const refs = message.entityRefs;
  return !entityRef || !Array.isArray(refs) || refs.includes(entityRef);
}
