import type {
  EntityDrift,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';
import { Button } from '@backstage/ui';
import {
  StatePanel,
  VERDICT_WORDS,
} from '@plumbline/backstage-plugin-plumbline-react';
import { coverageSentence } from '../../findings';
import styles from './DriftTab.module.css';

/**
 * Why the table has no rows: the filters, a verdict without rows, nothing drifted, or nobody could look. Only the look
 * that reached everything is good news.
 *
 * @internal
 */
export function EmptyVerdict(props: {
  drift: EntityDrift;
  verdict: Verdict;
  /** The verdict has rows, but the filters leave none. */
  filtered: boolean;
  onClearFilters: () => void;
}) {
  return (
    <div className={styles.empty}>
      <EmptyReason {...props} />
    </div>
  );
}

function EmptyReason(props: {
  drift: EntityDrift;
  verdict: Verdict;
  filtered: boolean;
  onClearFilters: () => void;
}) {
  const { drift, verdict, filtered, onClearFilters } = props;
  if (filtered) {
    return (
      <StatePanel
        kind="empty"
        title="No difference passes the filters"
        actions={
          <Button size="small" variant="secondary" onPress={onClearFilters}>
            Show all
          </Button>
        }
      />
    );
  }
  if (verdict === 'unverifiable' && drift.counts.unverifiable > 0) {
    return (
      <StatePanel
        kind="unobservable"
        title={`${objects(drift.counts.unverifiable)} could not be compared`}
      >
        <ul className={styles.reasons}>
          {drift.targets
            .filter(target => target.unverifiable > 0)
            .map(target => (
              <li key={target.id}>
                {target.cluster}: {objects(target.unverifiable)}.{' '}
                {target.reason ?? 'No reason was given.'}
              </li>
            ))}
        </ul>
      </StatePanel>
    );
  }
  if (verdict !== 'drift') {
    return (
      <StatePanel
        kind="empty"
        title={`No ${VERDICT_WORDS[verdict].toLowerCase()} difference`}
      />
    );
  }
  switch (drift.state) {
    case 'in-sync':
      return (
        <StatePanel kind="good" title="As in Git">
          {coverageSentence(drift)}
        </StatePanel>
      );
    case 'never-run':
      return (
        <StatePanel kind="never-run" title="Not checked yet">
          {drift.reason ?? 'The first check has not run. Check now starts it.'}
        </StatePanel>
      );
    case 'unobservable':
      return (
        <StatePanel kind="unobservable" title="Nothing could be compared">
          {drift.reason ?? drift.targets.find(target => target.reason)?.reason}
        </StatePanel>
      );
    default:
      return (
        <StatePanel kind="empty" title="No drift in what could be compared">
          {drift.reason}
        </StatePanel>
      );
  }
}

function objects(count: number): string {
  return `${count} ${count === 1 ? 'object' : 'objects'}`;
}
