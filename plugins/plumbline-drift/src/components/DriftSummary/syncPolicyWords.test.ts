import { syncPolicyWords } from './syncPolicyWords';

describe('syncPolicyWords', () => {
  it.each([
    [{}, ''],
    [
      { phase: 'Succeeded', automated: true, selfHeal: false },
      ', sync is automated, self-heal is off',
    ],
    [{ phase: 'Failed', automated: false }, ', failed, sync is by hand'],
    [{ suspended: true, selfHeal: true }, ', suspended, self-heal is on'],
  ])('of %j', (sync, words) => {
    expect(syncPolicyWords(sync)).toBe(words);
  });
});
