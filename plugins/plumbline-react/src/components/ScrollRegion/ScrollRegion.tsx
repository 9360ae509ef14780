import { type ReactNode, useEffect, useRef } from 'react';
import styles from './ScrollRegion.module.css';

/**
 * Something wide or long that scrolls in itself. It can be reached by keyboard as soon as there is something to scroll.
 *
 * @public
 */
export function ScrollRegion(props: {
  /** Name for screen readers. */
  label: string;
  className?: string;
  children: ReactNode;
}) {
  const { label, className, children } = props;
  const region = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = region.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      const scrolls =
        element.scrollWidth > element.clientWidth ||
        element.scrollHeight > element.clientHeight;
      if (scrolls) {
        element.tabIndex = 0;
      } else {
        element.removeAttribute('tabindex');
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={region}
      className={[styles.region, className].filter(Boolean).join(' ')}
      role="region"
      aria-label={label}
    >
      {children}
    </div>
  );
}
