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
/** A busy portal signals all the time, mostly about others. */
const REST_MS = 10_000;

/**
 * Calls back when the backend has something newer. A signal is a hint that carries no data and names nobody, so what it
 * is about is found by asking: at once, but no more often than every ten seconds. Polling goes on beside it, since a
 * signal may be lost with its connection. Nothing is asked for a page that nobody sees; what it missed is asked for when
 * it is seen again.
 *
 * @public
 */
export function usePlumblineRefresh(options: {
  channel: PlumblineChannel | undefined;
  onRefresh: () => void;
}): void {
  const { channel, onRefresh } = options;
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(onRefresh);
  latest.current = onRefresh;

  useEffect(() => {
    if (!channel) {
      return undefined;
    }
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let restedAt = 0;
    let missed = false;
    const refresh = () => {
      missed = document.visibilityState !== 'visible';
      if (!missed) {
        latest.current();
      }
    };
    const onVisible = () => {
      if (missed) {
        refresh();
      }
    };
    document.addEventListener('visibilitychange', onVisible);
    const subscription = signals?.subscribe(channel, () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        restedAt = Date.now() + REST_MS;
        refresh();
      }, Math.max(SETTLE_MS, restedAt - Date.now()));
    });
    const poll = setInterval(refresh, POLL_INTERVAL_MS);
    return () => {
      clearTimeout(waiting);
      clearInterval(poll);
      document.removeEventListener('visibilitychange', onVisible);
      subscription?.unsubscribe();
    };
  }, [signals, channel]);
}
