import { attributionOf, findingOf } from '../__testUtils__/findings';
import type { FindingRecord } from '../records';
import { splitByCause } from './causes';

const at = (minutes: number) =>
  new Date(Date.parse('2026-11-20T14:00:00Z') + minutes * 60_000).toISOString();
const by = (who: string, minutes: number, path: string, ref?: string) =>
  findingOf({
    path,
    ...(ref && { ref }),
    attribution: attributionOf('proven', [who], at(minutes)),
  });
const paths = (groups: FindingRecord[][]) =>
  groups.map(group => group.map(({ path }) => path));

describe('splitByCause', () => {
  it('lets only what turns out to be by another leave', () => {
    const { staying, leaving } = splitByCause([
      { ...by('jane', 0, 'a'), firstSeenAt: 1 },
      { ...by('omar', 0, 'b'), firstSeenAt: 2 },
      findingOf({ path: 'c' }),
    ]);
    expect(paths([staying, leaving])).toEqual([['a', 'c'], ['b']]);
  });
});
