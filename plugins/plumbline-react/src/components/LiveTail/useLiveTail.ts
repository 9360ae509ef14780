import type {
  AuditEventRow,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { usePlumblineApi } from '../../api';
import { openAuditEventStream } from '../../api/openAuditEventStream';
import {
  EMPTY_LIVE_TAIL,
  liveTailReducer,
  type LiveTailState,
} from './liveTailState';
import { readAuditEventStream } from './readAuditEventStream';
import { useIsPageVisible } from './useIsPageVisible';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** How the connection is. @public */
export type LiveTailConnection = 'off' | 'connecting' | 'live' | 'broken';

/** What {@link useLiveTail} gives. @public */
export interface LiveTailResult extends LiveTailState {
  connection: LiveTailConnection;
  /** Why the connection broke; it is tried again. */
  error: Error | undefined;
  show(): void;
  setPaused(paused: boolean): void;
  /** Call with true while pointer or focus is in the list. */
  setHeld(held: boolean): void;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Follows the audit log by server-sent events while `enabled`, and comes back by itself when the connection breaks.
 *
 * @public
 */
export function useLiveTail(options: {
  enabled: boolean;
  query: QueryOf<'streamAuditEvents'>;
  /** The server cannot continue where the client was: read the list anew. */
  onResync: () => void;
  onEvents?: (events: AuditEventRow[]) => void;
}): LiveTailResult {
  const { enabled, query } = options;
  const client = usePlumblineApi();
  const [state, dispatch] = useReducer(liveTailReducer, EMPTY_LIVE_TAIL);
  const [connection, setConnection] = useState<LiveTailConnection>('off');
  const [error, setError] = useState<Error>();
  const latest = useRef(options);
  latest.current = options;
  const key = JSON.stringify(query);
  const isVisible = useIsPageVisible();
  const lastId = useRef<string>();

  useEffect(() => {
    lastId.current = undefined;
    dispatch({ type: 'reset' });
  }, [client, key]);

  useEffect(() => {
    // A browser has few connections per origin; a page that nobody sees holds none and resumes where it was.
    if (!enabled || !isVisible) {
      setConnection('off');
      return undefined;
    }
    const abort = new AbortController();
    const follow = async () => {
      setConnection('connecting');
      const body = await openAuditEventStream(client, {
        query: latest.current.query,
        lastEventId: lastId.current,
        signal: abort.signal,
      });
      setConnection('live');
      setError(undefined);
      await readAuditEventStream(body, {
        onEvents: (events, id) => {
          lastId.current = id ?? lastId.current;
          dispatch({ type: 'receive', events });
          latest.current.onEvents?.(events);
        },
        onResync: () => {
          dispatch({ type: 'reset' });
          latest.current.onResync();
        },
      });
    };

    const followForever = async () => {
      let retryIn = FIRST_RETRY_MS;
      while (!abort.signal.aborted) {
        const startedAt = Date.now();
        try {
          await follow();
        } catch (failure) {
          if (abort.signal.aborted) {
            return;
          }
          setError(
            failure instanceof Error ? failure : new Error(String(failure)),
          );
        }
        if (abort.signal.aborted) {
          return;
        }
        setConnection('broken');
        const wasGood = Date.now() - startedAt > LONGEST_RETRY_MS;
        retryIn = wasGood
          ? FIRST_RETRY_MS
          : Math.min(LONGEST_RETRY_MS, retryIn * 2);
        await wait(retryIn, abort.signal);
      }
    };
    followForever();
    return () => abort.abort();
  }, [client, enabled, isVisible, key]);

  return {
    ...state,
    connection,
    error,
    show: useCallback(() => dispatch({ type: 'show' }), []),
    setPaused: useCallback(
      (paused: boolean) => dispatch({ type: 'pause', paused }),
      [],
    ),
    setHeld: useCallback(
      (held: boolean) => dispatch({ type: 'hold', held }),
      [],
    ),
  };
}
