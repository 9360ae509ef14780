import type { TargetObject } from '@plumbline/backstage-plugin-plumbline-common';
import { objectRows, treeMove } from './objectRows';

const counts = {
  drift: 0,
  expected: 0,
  ignored: 0,
  excluded: 0,
  unverifiable: 0,
};

function object(id: string, parent?: string): TargetObject {
  return {
    id,
    parent,
    ref: `v1/Pod/shop/${id}`,
    object: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: id },
    origin: parent ? 'generated' : 'declared',
    verdict: parent ? 'not-compared' : 'none',
    counts,
  };
}

const tree = [
  object('web'),
  object('settings'),
  object('web-1', 'web'),
  object('web-1-a', 'web-1'),
  object('orphan', 'gone'),
];

const lines = (collapsed: string[] = []) =>
  objectRows(tree, new Set(collapsed)).map(
    ({ object: { id }, level, expanded }) => [id, level, expanded],
  );

describe('objectRows', () => {
  it('puts children below their parents, whatever the order', () => {
    expect(lines()).toEqual([
      ['web', 1, true],
      ['web-1', 2, true],
      ['web-1-a', 3, undefined],
      ['settings', 1, undefined],
      ['orphan', 1, undefined],
    ]);
  });

  it('folds', () => {
    expect(lines(['web'])).toEqual([
      ['web', 1, false],
      ['settings', 1, undefined],
      ['orphan', 1, undefined],
    ]);
    expect(objectRows([], new Set())).toEqual([]);
  });
});

describe('treeMove', () => {
  const rows = objectRows(tree, new Set());

  it.each([
    [0, 'ArrowDown', { kind: 'focus', index: 1 }],
    [0, 'ArrowUp', undefined],
    [4, 'ArrowDown', undefined],
    [2, 'Home', { kind: 'focus', index: 0 }],
    [2, 'End', { kind: 'focus', index: 4 }],
    [0, 'ArrowLeft', { kind: 'collapse', id: 'web' }],
    [0, 'ArrowRight', { kind: 'focus', index: 1 }],
    [2, 'ArrowLeft', { kind: 'focus', index: 1 }],
    [3, 'ArrowLeft', undefined],
    [3, 'ArrowRight', undefined],
    [0, 'x', undefined],
  ])('from line %s by %s', (index, key, move) => {
    expect(treeMove(rows, index, key)).toEqual(move);
  });

  it('unfolds', () => {
    expect(
      treeMove(objectRows(tree, new Set(['web'])), 0, 'ArrowRight'),
    ).toEqual({ kind: 'expand', id: 'web' });
  });
});
