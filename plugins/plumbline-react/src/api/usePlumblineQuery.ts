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

/** A request that takes longer is given up when somebody asks again. */
const PATIENCE_MS = 30_000;

/**
 * Asks the backend, and asks again on a signal, after {@link QueryResult.reload} and, without signals, once a minute.
 * Whoever asks again while a request is on its way waits for its answer first: many who ask do not keep it from coming.
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
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  const askAgain = useRef<() => void>();
  const reload = useCallback(() => askAgain.current?.(), []);

  usePlumblineRefresh({ channel, onRefresh: reload });

  useEffect(() => {
    let request: { abort: AbortController; since: number } | undefined;
    let isStale = false;

    const start = () => {
      const abort = new AbortController();
      request = { abort, since: Date.now() };
      isStale = false;
      const settle = (change: (previous?: Answer<T>) => Answer<T>) => {
        if (abort.signal.aborted) {
          return;
        }
        setAnswer(change);
        request = undefined;
        if (isStale) {
          start();
        }
      };
      latestAsk.current(client, abort.signal).then(
        value => settle(() => ({ key, value })),
        error =>
          settle(previous => ({
            key,
            value: previous?.key === key ? previous.value : undefined,
            error,
          })),
      );
    };

    askAgain.current = () => {
      if (request && Date.now() - request.since < PATIENCE_MS) {
        isStale = true;
        return;
      }
      request?.abort.abort();
      start();
    };
    start();
    return () => request?.abort.abort();
  }, [client, key]);

  const current = answer?.key === key ? answer : undefined;
  return {
    value: current?.value,
    error: current?.error,
    loading: current === undefined,
    reload,
  };
}
