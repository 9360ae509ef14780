import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { patchSearch, type QueryPatch } from './patchSearch';

/** @public */
export interface QueryStateOptions<T extends string> {
  /** Value when the address says nothing. It is never written to the address. */
  fallback: T;
  /** Values that are understood; anything else in the address reads as the fallback. */
  values?: readonly T[];
}

/**
 * One value of the page's state that lives in the address.
 *
 * @returns the value and a function that sets it; `undefined` removes it from the address.
 * @public
 */
export function useQueryState<T extends string>(
  name: string,
  options: QueryStateOptions<T>,
): [T, (value: T | undefined) => void] {
  const { fallback, values } = options;
  const [params] = useSearchParams();
  const patch = useQueryPatch();
  const raw = params.get(name) as T | null;
  const value =
    raw === null || (values && !values.includes(raw)) ? fallback : raw;
  const set = useCallback(
    (next: T | undefined) =>
      patch({ [name]: next === fallback ? undefined : next }),
    [patch, name, fallback],
  );
  return [value, set];
}

/**
 * A list of values that lives in the address as a repeated parameter.
 *
 * @public
 */
export function useQueryList<T extends string>(
  name: string,
  options: { values?: readonly T[] } = {},
): [T[], (value: T[]) => void] {
  const { values } = options;
  const [params] = useSearchParams();
  const patch = useQueryPatch();
  const joined = params.getAll(name).join('\u0000');
  const value = useMemo(
    () =>
      (joined ? (joined.split('\u0000') as T[]) : []).filter(
        item => !values || values.includes(item),
      ),
    [joined, values],
  );
  const set = useCallback(
    (next: T[]) => patch({ [name]: next }),
    [patch, name],
  );
  return [value, set];
}

/**
 * @returns a function that changes several parameters of the address at once and leaves the others alone. By default
 * the current entry of the browser's history is replaced; `push` adds one, for what *Back* should undo.
 * @public
 */
export function useQueryPatch(): (
  patch: QueryPatch,
  options?: { push?: boolean },
) => void {
  const [, setParams] = useSearchParams();
  return useCallback(
    (patch, options) =>
      setParams(current => patchSearch(current, patch), {
        replace: !options?.push,
        preventScrollReset: true,
      }),
    [setParams],
  );
}
