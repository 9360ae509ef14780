import { remarksOf } from './remarksOf';

describe('remarksOf', () => {
  it('tells what declares nothing, and why', () => {
    expect(
      remarksOf(
        {
          notes: ['note'],
          skipped: [{ path: 'a.yaml', reason: 'declares a Helm hook' }],
        },
        undefined,
        'remark',
      ),
    ).toEqual(['note', 'remark', 'a.yaml declares a Helm hook']);
  });

  it('counts what it does not name', () => {
    const skipped = Array.from({ length: 25 }, (_, index) => ({
      path: `${index}.yaml`,
      reason: 'is left out by directory.exclude',
    }));
    const remarks = remarksOf({ skipped });
    expect(remarks).toHaveLength(21);
    expect(remarks.at(-1)).toBe('5 more files or objects are left out');
  });
});
