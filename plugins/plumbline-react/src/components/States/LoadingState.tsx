import { Skeleton, VisuallyHidden } from '@backstage/ui';
import styles from './States.module.css';

/**
 * The shape of what is to come, so that the layout does not jump.
 *
 * @public
 */
export function LoadingState(props: {
  /** Read by screen readers, e.g. `Loading drift`. */
  label: string;
  /** Lines of text below the headline. */
  lines?: number;
  /** Boxes between headline and lines. */
  boxes?: number;
}) {
  const { label, lines = 3, boxes = 0 } = props;
  return (
    <div className={styles.loading} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      <Skeleton width="52%" height={20} aria-hidden />
      {boxes > 0 && (
        <div className={styles.boxes}>
          {Array.from({ length: boxes }, (_, index) => (
            <Skeleton key={index} width="100%" height={44} aria-hidden />
          ))}
        </div>
      )}
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton
          key={index}
          width={`${100 - index * 11}%`}
          height={12}
          aria-hidden
        />
      ))}
    </div>
  );
}
