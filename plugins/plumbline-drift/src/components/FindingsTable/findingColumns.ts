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
 * @returns the columns in their order: a narrow table has no direction column (it stands under the field), a tight one
 * none for the time either (it stands under the cause), and differences that are not drift say why instead of who.
 * Where one cause stands above the table, no column repeats it.
 * @internal
 */
export function findingColumns(options: {
  reasons: boolean;
  compact: boolean;
  tight: boolean;
  hideCause?: boolean;
}): { id: FindingColumn; title: string }[] {
  const { reasons, compact, tight, hideCause } = options;
  const ids: FindingColumn[] = [
    'field',
    'git',
    ...(compact ? [] : ['direction' as const]),
    'live',
    ...(hideCause ? [] : [reasons ? ('why' as const) : ('who' as const)]),
    ...(tight && !hideCause ? [] : ['when' as const]),
  ];
  return ids.map(id => ({ id, title: TITLES[id] }));
}
