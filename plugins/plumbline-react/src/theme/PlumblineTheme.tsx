import type { ReactNode } from 'react';
import styles from './PlumblineTheme.module.css';

/**
 * Root of everything that Plumbline draws: brings our `--pl-*` tokens and the base text style. Every page, tab, card
 * and drawer stands in one.
 *
 * @public
 */
export function PlumblineTheme(props: {
  children: ReactNode;
  /** Stacks the children with the space that stands between cards. */
  page?: boolean;
}) {
  return (
    <div className={`${styles.theme} ${props.page ? styles.page : ''}`}>
      {props.children}
    </div>
  );
}
