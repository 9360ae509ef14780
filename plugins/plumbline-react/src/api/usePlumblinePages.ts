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

/** What was read behind the pages of the newest answer. */
interface Tail<P> {
  head: P[] | undefined;
  pages: P[];
  loading: boolean;
  error?: Error;
}

/**
 * A list read by cursors. A refresh reads all pages that are shown anew, one after the other, since cursors of an older
 * answer may skip or repeat rows; until the last of them is there, the older rows stay.
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
  const { key } = options;
  const client = usePlumblineApi();
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  const wanted = useRef({ key, pages: 1 });
  if (wanted.current.key !== key) {
    wanted.current = { key, pages: 1 };
  }

  const { value: head, ...rest } = usePlumblineQuery<P[]>(
    async (api, signal) => {
      const read = [await latestAsk.current(api, signal, undefined)];
      let cursor = read[0].nextCursor;
      while (cursor && read.length < wanted.current.pages) {
        const page = await latestAsk.current(api, signal, cursor);
        read.push(page);
        cursor = page.nextCursor;
      }
      return read;
    },
    options,
  );
  const [stored, setTail] = useState<Tail<P>>();
  const tail = stored?.head === head ? stored : undefined;
  const pages = [...(head ?? []), ...(tail?.pages ?? [])];
  const cursor = pages[pages.length - 1]?.nextCursor;

  const abort = useRef<AbortController>();
  useEffect(() => () => abort.current?.abort(), [head]);

  const known = tail?.pages;
  const count = pages.length;
  const loadMore = useCallback(() => {
    if (!cursor) {
      return;
    }
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    // A refresh that is on its way reads this page as well.
    wanted.current.pages = count + 1;
    const before = known ?? [];
    setTail({ head, pages: before, loading: true });
    latestAsk.current(client, controller.signal, cursor).then(
      page => {
        if (!controller.signal.aborted) {
          setTail({ head, pages: [...before, page], loading: false });
        }
      },
      error => {
        if (!controller.signal.aborted) {
          wanted.current.pages = count;
          setTail({ head, pages: before, loading: false, error });
        }
      },
    );
  }, [client, cursor, head, known, count]);

  return {
    ...rest,
    value: head?.[0],
    items: pages.flatMap(page => page.items),
    hasMore: cursor !== undefined,
    loadingMore: tail?.loading ?? false,
    moreError: tail?.error,
    loadMore,
  };
}
