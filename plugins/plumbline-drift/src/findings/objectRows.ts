import type {
  TargetObject,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';
import { VERDICTS } from '@plumbline/backstage-plugin-plumbline-react';

/** A visible line of the object tree. @internal */
export interface ObjectRow {
  object: TargetObject;
  /** 1 for what Git declares. */
  level: number;
  /** Undefined without children. */
  expanded: boolean | undefined;
}

/**
 * Lines of a tree in the order in which they stand, children below their parents.
 *
 * @param objects - parents before children
 * @param collapsed - ids of objects whose children are folded
 * @internal
 */
export function objectRows(
  objects: readonly TargetObject[],
  collapsed: ReadonlySet<string>,
): ObjectRow[] {
  const children = new Map<string | undefined, TargetObject[]>();
  const known = new Set(objects.map(({ id }) => id));
  for (const object of objects) {
    // An object whose parent is not listed stands for itself.
    const parent =
      object.parent !== undefined && known.has(object.parent)
        ? object.parent
        : undefined;
    children.set(parent, [...(children.get(parent) ?? []), object]);
  }
  const rowsBelow = (parent: string | undefined, level: number): ObjectRow[] =>
    (children.get(parent) ?? []).flatMap(object => {
      const hasChildren = children.has(object.id);
      const expanded = hasChildren ? !collapsed.has(object.id) : undefined;
      return [
        { object, level, expanded },
        ...(expanded ? rowsBelow(object.id, level + 1) : []),
      ];
    });
  return rowsBelow(undefined, 1);
}

/** @returns the list of the tab in which the object's differences stand; `undefined` when it has none. @internal */
export function worstVerdict({
  counts,
}: Pick<TargetObject, 'counts'>): Verdict | undefined {
  return VERDICTS.find(verdict => counts[verdict] > 0);
}

/** What the arrow keys of a tree do. @internal */
export type TreeMove =
  | { kind: 'focus'; index: number }
  | { kind: 'expand' | 'collapse'; id: string };

/**
 * Where a key leads from a line, as the ARIA pattern of tree grids says.
 *
 * @returns undefined for keys that do nothing here
 * @internal
 */
export function treeMove(
  rows: readonly ObjectRow[],
  index: number,
  key: string,
): TreeMove | undefined {
  const row = rows[index];
  const focus = (to: number): TreeMove | undefined =>
    to >= 0 && to < rows.length && to !== index
      ? { kind: 'focus', index: to }
      : undefined;
  switch (key) {
    case 'ArrowDown':
      return focus(index + 1);
    case 'ArrowUp':
      return focus(index - 1);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(rows.length - 1);
    case 'ArrowRight':
      if (row?.expanded === false) {
        return { kind: 'expand', id: row.object.id };
      }
      return row?.expanded ? focus(index + 1) : undefined;
    case 'ArrowLeft':
      if (row?.expanded) {
        return { kind: 'collapse', id: row.object.id };
      }
      return row && row.level > 1 ? focus(parentIndex(rows, index)) : undefined;
    default:
      return undefined;
  }
}

function parentIndex(rows: readonly ObjectRow[], index: number): number {
  const { level } = rows[index];
  return rows.slice(0, index).findLastIndex(row => row.level < level);
}
