import type {
  EntityDrift,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';
import { Card } from '@backstage/ui';
import { VerdictChips } from '@plumbline/backstage-plugin-plumbline-react';
import { knownCounts } from '../../findings';
import { ComparedCommit } from './ComparedCommit';
import styles from './DriftSummary.module.css';
import { LastCheck } from './LastCheck';
import { StateSentence } from './StateSentence';
import { TargetLines } from './TargetLines';

/**
 * The head of the tab: the answer, all differences by verdict, what was compared and when, and one line per target.
 *
 * @internal
 */
export function DriftSummary(props: {
  drift: EntityDrift;
  verdict: Verdict;
  onVerdictChange: (verdict: Verdict) => void;
  onChecked: () => void;
}) {
  const { drift, verdict, onVerdictChange, onChecked } = props;
  return (
    <Card className={styles.card} role="region" aria-label="Drift summary">
      <div className={styles.strip}>
        <StateSentence drift={drift} />
        <div className={styles.figure}>
          <span className={styles.label}>Differences by verdict</span>
          <VerdictChips
            counts={knownCounts(drift)}
            value={verdict}
            onChange={onVerdictChange}
          />
        </div>
        <ComparedCommit commit={drift.commit} />
        <LastCheck drift={drift} onChecked={onChecked} />
      </div>
      <TargetLines targets={drift.targets} />
    </Card>
  );
}
