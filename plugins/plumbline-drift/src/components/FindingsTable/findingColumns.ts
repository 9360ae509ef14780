/** Columns of the table of differences. @internal */
export type FindingColumn =
  | 'field'
  | 'git'
  | 'direction'
  | 'live'
  | 'who'
  | 'why'
  | 'when';

const TITLES: Record<FindingColumn, string> = {
  field: 'Field',
  git: 'Git',
  direction: 'Direction',
  live: 'Live',
  who: 'Who / what',
  why: 'Why',
  when: 'When',
};

/**
 * @returns the columns in their order: a narrow table has no direction column (it stands under the field), and
 * differences that are not drift say why instead of who.
 * @internal
 */
export function findingColumns(options: {
  reasons: boolean;
  compact: boolean;
}): { id: FindingColumn; title: string }[] {
  const { reasons, compact } = options;
  const ids: FindingColumn[] = [
    'field',
    'git',
    ...(compact ? [] : ['direction' as const]),
    'live',
    reasons ? 'why' : 'who',
    'when',
  ];
  return ids.map(id => ({ id, title: TITLES[id] }));
}
