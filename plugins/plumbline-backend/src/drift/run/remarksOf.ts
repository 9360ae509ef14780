import type { DesiredState } from '../../desired';

/** More than a page has room for. */
const MAX_SKIPPED = 20;

/** What a reader must know of a look and what takes nothing away from it: what declares nothing, and why, among it. */
export function remarksOf(
  { notes = [], skipped }: Pick<DesiredState, 'notes' | 'skipped'>,
  ...more: (string | undefined)[]
): string[] {
  const left = skipped.length - MAX_SKIPPED;
  return [
    ...notes,
    ...more.filter(remark => remark !== undefined),
    ...skipped
      .slice(0, MAX_SKIPPED)
      .map(({ path, reason }) => `${path} ${reason}`),
    ...(left > 0 ? [`${left} more files or objects are left out`] : []),
  ];
}
