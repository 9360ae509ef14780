import { Card, CardBody, CardHeader } from '@backstage/ui';
import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './SectionCard.module.css';

/**
 * A card with a heading, a place for figures or actions on the right, and a body.
 *
 * @public
 */
export function SectionCard(props: {
  title: ReactNode;
  icon?: ReactElement;
  /** Small text or controls at the right end of the head. */
  aside?: ReactNode;
  /** No padding around the body: for tables and rows that reach the edges. */
  flush?: boolean;
  children: ReactNode;
}) {
  const { title, icon, aside, flush, children } = props;
  const headingId = useId();
  return (
    <Card role="region" aria-labelledby={headingId} className={styles.card}>
      <CardHeader className={styles.head}>
        <h2 id={headingId} className={styles.title}>
          {icon}
          {title}
        </h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </CardHeader>
      <CardBody className={flush ? styles.flush : styles.body}>
        {children}
      </CardBody>
    </Card>
  );
}
