import type { PlumblineClient } from '@plumbline/backstage-plugin-plumbline-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type PlumblineChannel, usePlumblineRefresh } from '../hooks';
import { usePlumblineApi } from './plumblineApiRef';

/** An answer of the backend, or the way to it. @public */
export interface QueryResult<T> {
  /** The newest answer. It stays while a newer one is fetched, and also when fetching the newer one failed. */
  value: T | undefined;
  /** Why the newest request failed; `ResponseError` when the backend answered. */
  error: Error | undefined;
  /** True while the first answer for the current key is on its way. */
  loading: boolean;
  /** True while a newer answer is on its way and an older one is shown. */
  refreshing: boolean;
  /** Asks again. */
  reload(): void;
}

/** @public */
export interface QueryOptions {
  /** Identifies the question. A new key drops the old answer, the same key keeps it while asking again. */
  key: string;
  /** Channel whose signals ask again. */
  channel?: PlumblineChannel;
}

interface Answer<T> {
  key: string;
  value?: T;
  error?: Error;
}

/**
 * Asks the backend, and asks again on a signal, after {@link QueryResult.reload} and, without signals, once a minute.
 *
 * @param ask - one request; must pass the signal on, and may read anything that `options.key` names.
 * @public
 */
export function usePlumblineQuery<T>(
  ask: (client: PlumblineClient, signal: AbortSignal) => Promise<T>,
  options: QueryOptions,
): QueryResult<T> {
  const { key, channel } = options;
  const client = usePlumblineApi();
  const [answer, setAnswer] = useState<Answer<T>>();
  const [asking, setAsking] = useState(true);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound(current => current + 1), []);
  const latestAsk = useRef(ask);
  latestAsk.current = ask;

  usePlumblineRefresh({ channel, onRefresh: reload });

  useEffect(() => {
    const abort = new AbortController();
    setAsking(true);
    latestAsk.current(client, abort.signal).then(
      value => {
        if (!abort.signal.aborted) {
          setAnswer({ key, value });
          setAsking(false);
        }
      },
      error => {
        if (!abort.signal.aborted) {
          setAnswer(previous => ({
            key,
            value: previous?.key === key ? previous.value : undefined,
            error,
          }));
          setAsking(false);
        }
      },
    );
    return () => abort.abort();
  }, [client, key, round]);

  const current = answer?.key === key ? answer : undefined;
  return {
    value: current?.value,
    error: current?.error,
    loading: current === undefined,
    refreshing: current !== undefined && asking,
    reload,
  };
}
