import type { Severity } from '@plumbline/backstage-plugin-plumbline-common';
import styles from './SeverityBadge.module.css';

/** The word of each severity and of each band. @public */
export const SEVERITY_WORDS: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** Severities from worst to mildest. @public */
export const SEVERITIES: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
];

/**
 * Severity of a finding or an incident, or band of a score: octagon, triangle, diamond or dash, and the word.
 *
 * @public
 */
export function SeverityBadge(props: {
  severity: Severity;
  /** Figure behind the word, e.g. how many. */
  count?: number;
}) {
  const { severity, count } = props;
  return (
    <span className={styles.badge} data-severity={severity}>
      <svg viewBox="0 0 14 14" width={14} height={14} aria-hidden>
        <SeverityShape severity={severity} />
      </svg>
      {SEVERITY_WORDS[severity]}
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </span>
  );
}

function SeverityShape(props: { severity: Severity }) {
  switch (props.severity) {
    case 'critical':
      return (
        <>
          <path
            d="M4.3 1h5.4L13 4.3v5.4L9.7 13H4.3L1 9.7V4.3z"
            fill="currentColor"
          />
          <path d="M7 4v3.6M7 9.3v1" className={styles.mark} />
        </>
      );
    case 'high':
      return <path d="M7 1.5 13 12.5H1z" fill="currentColor" />;
    case 'medium':
      return (
        <path
          d="M7 1.8 12.2 7 7 12.2 1.8 7z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
        />
      );
    default:
      return <path d="M2 7h10" stroke="currentColor" strokeWidth="2" />;
  }
}
