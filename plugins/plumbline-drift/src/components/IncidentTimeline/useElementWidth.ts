import { type RefObject, useEffect, useState } from 'react';

/**
 * @param initial - before the first measure, and where nothing can be measured
 * @returns the width of an element in pixels, kept up to date.
 * @internal
 */
export function useElementWidth(
  element: RefObject<HTMLElement>,
  initial: number,
): number {
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const node = element.current;
    if (!node || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.round(entry.contentRect.width)),
    );
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
