import { useCallback, useEffect, useRef, useState } from 'react';

const SHOWN_MS = 2_000;

/** Result of the last copy. @public */
export type CopyState = 'idle' | 'copied' | 'failed';

/**
 * Copies text to the clipboard.
 *
 * @returns the state of the last copy, back to `idle` after two seconds, and the function that copies.
 * @public
 */
export function useCopy(): [CopyState, (text: string) => void] {
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = useCallback((text: string) => {
    const finish = (result: CopyState) => {
      setState(result);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setState('idle'), SHOWN_MS);
    };
    if (!navigator.clipboard) {
      // Browsers offer the clipboard on https and localhost only.
      finish('failed');
      return;
    }
    navigator.clipboard.writeText(text).then(
      () => finish('copied'),
      () => finish('failed'),
    );
  }, []);
  return [state, copy];
}
