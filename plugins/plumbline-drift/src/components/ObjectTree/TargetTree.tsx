import type {
  Target,
  TargetObject,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  type KeyboardEvent,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  LookStateBadge,
  StateNotice,
} from '@plumbline/backstage-plugin-plumbline-react';
import { objectRows, treeMove, worstVerdict } from '../../findings/objectRows';
import styles from './ObjectTree.module.css';
import { TreeRow } from './TreeRow';

/**
 * The objects of one target as a tree grid: one tab stop, arrows move, left and right fold.
 *
 * @internal
 */
export function TargetTree(props: {
  target: Target;
  objects: TargetObject[];
  /** What could not be listed, or was left out. */
  notes: string[];
  onOpen: (object: TargetObject, verdict: Verdict) => void;
}) {
  const { target, objects, notes, onOpen } = props;
  const headingId = useId();
  const body = useRef<HTMLDivElement>(null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const rows = useMemo(
    () => objectRows(objects, collapsed),
    [objects, collapsed],
  );
  const active = Math.min(current, rows.length - 1);

  const fold = useCallback(
    (id: string, folded: boolean) =>
      setCollapsed(before => {
        const next = new Set(before);
        if (folded) {
          next.add(id);
        } else {
          next.delete(id);
        }
        return next;
      }),
    [],
  );

  const open = (object: TargetObject) => {
    const verdict = worstVerdict(object);
    if (verdict) {
      onOpen(object, verdict);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      open(rows[active].object);
      return;
    }
    const move = treeMove(rows, active, event.key);
    if (!move) {
      return;
    }
    event.preventDefault();
    if (move.kind === 'focus') {
      setCurrent(move.index);
      body.current
        ?.querySelectorAll<HTMLElement>('[role=row]')
        [move.index]?.focus();
    } else {
      fold(move.id, move.kind === 'collapse');
    }
  };

  return (
    <section className={styles.target}>
      <h3 id={headingId} className={styles.heading}>
        {target.cluster}
        {target.namespace ? ` · ${target.namespace}` : ''}
        <LookStateBadge state={target.state} />
      </h3>
      {notes.map(note => (
        <div key={note} className={styles.note}>
          <StateNotice kind="partial">{note}</StateNotice>
        </div>
      ))}
      {objects.length === 0 ? (
        <p className={styles.note}>
          {target.reason ?? 'No object is known of this target.'}
        </p>
      ) : (
        <div
          role="treegrid"
          aria-labelledby={headingId}
          className={styles.tree}
        >
          <div role="rowgroup" className={styles.head}>
            <div role="row" className={styles.row}>
              <span role="columnheader">Object</span>
              <span role="columnheader">Verdict</span>
              <span role="columnheader">Differences</span>
            </div>
          </div>
          <div role="rowgroup" ref={body} className={styles.body}>
            {rows.map((row, index) => (
              <TreeRow
                key={row.object.id}
                row={row}
                isActive={index === active}
                onFocus={() => setCurrent(index)}
                onKeyDown={onKeyDown}
                onToggle={() => fold(row.object.id, row.expanded ?? false)}
                onOpen={() => open(row.object)}
              />
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
