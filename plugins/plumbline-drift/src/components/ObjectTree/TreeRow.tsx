import type { TargetObject } from '@plumbline/backstage-plugin-plumbline-common';
import {
  VERDICT_WORDS,
  VERDICTS,
} from '@plumbline/backstage-plugin-plumbline-react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { CSSProperties } from 'react';
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
  onToggle: () => void;
  onOpen: () => void;
}) {
  const { row, isActive, onFocus, onToggle, onOpen } = props;
  const { object, level, expanded } = row;
  const { kind, name } = object.object;
  const opens = worstVerdict(object) !== undefined;
  return (
    <tr
      aria-level={level}
      aria-expanded={expanded}
      tabIndex={isActive ? 0 : -1}
      data-origin={object.origin}
      onFocus={onFocus}
      data-opens={opens || undefined}
      onClick={opens ? onOpen : undefined}
    >
      <th scope="row" role="rowheader">
        <span
          className={styles.place}
          style={{ '--pl-level': level - 1 } as CSSProperties}
        >
          <Fold expanded={expanded} onToggle={onToggle} />
          <span>
            <span className={styles.kind}>{kind}</span> {name}
          </span>
        </span>
      </th>
      <td role="gridcell" data-verdict={object.verdict}>
        {OBJECT_VERDICT_WORDS[object.verdict]}
      </td>
      <td role="gridcell">
        {differencesOf(object)}
        {object.reason && (
          <span className={styles.reason}>{object.reason}</span>
        )}
      </td>
    </tr>
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
