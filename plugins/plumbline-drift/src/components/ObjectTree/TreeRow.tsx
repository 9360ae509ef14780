import type { TargetObject } from '@plumbline/backstage-plugin-plumbline-common';
import {
  VERDICT_WORDS,
  VERDICTS,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { type ObjectRow, worstVerdict } from '../../findings/objectRows';
import styles from './ObjectTree.module.css';

const OBJECT_VERDICT_WORDS: Record<TargetObject['verdict'], string> = {
  none: 'As in Git',
  drift: 'Drift',
  missing: 'Missing',
  unexpected: 'Unexpected',
  unverifiable: 'Unverifiable',
  'not-compared': 'Not compared',
};

/**
 * One object: its place in the tree, its verdict, and how many differences of each kind it has.
 *
 * @internal
 */
export function TreeRow(props: {
  row: ObjectRow;
  /** Whether Tab comes to this line. */
  isActive: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onToggle: () => void;
  onOpen: () => void;
}) {
  const { row, isActive, onFocus, onKeyDown, onToggle, onOpen } = props;
  const { object, level, expanded } = row;
  const { kind, name } = object.object;
  const opens = worstVerdict(object) !== undefined;
  return (
    <div
      role="row"
      className={styles.row}
      aria-level={level}
      aria-expanded={expanded}
      tabIndex={isActive ? 0 : -1}
      data-origin={object.origin}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      data-opens={opens || undefined}
      onClick={opens ? onOpen : undefined}
    >
      <div role="rowheader">
        <span
          className={styles.place}
          style={{ '--pl-level': level - 1 } as CSSProperties}
        >
          <Fold expanded={expanded} onToggle={onToggle} />
          <span>
            <span className={styles.kind}>{kind}</span> {name}
          </span>
        </span>
      </div>
      <div role="gridcell" data-verdict={object.verdict}>
        {OBJECT_VERDICT_WORDS[object.verdict]}
      </div>
      <div role="gridcell">
        {differencesOf(object)}
        {object.reason && (
          <span className={styles.reason}>{object.reason}</span>
        )}
      </div>
    </div>
  );
}

/** The mouse's way to fold; the keyboard has the arrows, and the row says whether it is folded. */
function Fold(props: { expanded: boolean | undefined; onToggle: () => void }) {
  const { expanded, onToggle } = props;
  if (expanded === undefined) {
    return <span className={styles.fold} />;
  }
  const Icon = expanded ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      className={styles.fold}
      onClick={event => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}

function differencesOf({ origin, counts }: TargetObject): string {
  const parts = VERDICTS.filter(verdict => counts[verdict] > 0).map(
    verdict => `${counts[verdict]} ${VERDICT_WORDS[verdict].toLowerCase()}`,
  );
  return parts.join(', ') || (origin === 'generated' ? '' : 'none');
}
