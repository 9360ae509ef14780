import type { PlumblineClient } from '@plumbline/backstage-plugin-plumbline-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { usePlumblineApi } from './plumblineApiRef';
import {
  type QueryOptions,
  type QueryResult,
  usePlumblineQuery,
} from './usePlumblineQuery';

/** What every page of a list has. @public */
export interface CursorPage {
  items: unknown[];
  nextCursor?: string;
}

/** The pages that have been read so far. @public */
export interface PagesResult<P extends CursorPage> extends QueryResult<P> {
  /** Items of all pages that have been read, in the order of the backend. */
  items: P['items'];
  /** True when the backend has more. */
  hasMore: boolean;
  /** True while the next page is on its way. */
  loadingMore: boolean;
  /** Why the next page could not be read. */
  moreError: Error | undefined;
  /** Reads the next page. */
  loadMore(): void;
}

interface Tail<P> {
  head: P | undefined;
  pages: P[];
  loading: boolean;
  error?: Error;
}

/**
 * A list read by cursors. A refresh reads the first page anew and drops the rest, since cursors of an older answer
 * may skip or repeat rows.
 *
 * @public
 */
export function usePlumblinePages<P extends CursorPage>(
  ask: (
    client: PlumblineClient,
    signal: AbortSignal,
    cursor: string | undefined,
  ) => Promise<P>,
  options: QueryOptions,
): PagesResult<P> {
  const client = usePlumblineApi();
  const first = usePlumblineQuery<P>(
    (api, signal) => ask(api, signal, undefined),
    options,
  );
  const head = first.value;
  const [stored, setTail] = useState<Tail<P>>();
  const tail = stored?.head === head ? stored : undefined;
  const last = tail?.pages[tail.pages.length - 1] ?? head;
  const cursor = last?.nextCursor;

  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  const abort = useRef<AbortController>();
  useEffect(() => () => abort.current?.abort(), [head]);

  const pages = tail?.pages;
  const loadMore = useCallback(() => {
    if (!cursor) {
      return;
    }
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const known = pages ?? [];
    setTail({ head, pages: known, loading: true });
    latestAsk.current(client, controller.signal, cursor).then(
      page => {
        if (!controller.signal.aborted) {
          setTail({ head, pages: [...known, page], loading: false });
        }
      },
      error => {
        if (!controller.signal.aborted) {
          setTail({ head, pages: known, loading: false, error });
        }
      },
    );
  }, [client, cursor, head, pages]);

  return {
    ...first,
    items: [head, ...(pages ?? [])].flatMap(page => page?.items ?? []),
    hasMore: cursor !== undefined,
    loadingMore: tail?.loading ?? false,
    moreError: tail?.error,
    loadMore,
  };
}
