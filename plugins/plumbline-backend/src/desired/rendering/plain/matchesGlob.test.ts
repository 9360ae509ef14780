import { matchesGlob } from './matchesGlob';

describe('matchesGlob', () => {
  it.each([
    ['*.yaml', 'web.yaml', true],
    // As in Argo CD, where `*` goes down into folders.
    ['*.yaml', 'prod/web.yaml', true],
    ['prod/*', 'prod/web.yaml', true],
    ['prod/*', 'web.yaml', false],
    ['**/web.yaml', 'a/b/web.yaml', true],
    ['{config.json,env-us/*}', 'config.json', true],
    ['{config.json,env-us/*}', 'env-us/a.yaml', true],
    ['{config.json,env-us/*}', 'env-eu/a.yaml', false],
    ['{a,b{c,d*}}.yaml', 'bdx.yaml', true],
    ['web?.yaml', 'web1.yaml', true],
    ['web?.yaml', 'web.yaml', false],
    ['web[0-9].yaml', 'web7.yaml', true],
    ['web[!0-9].yaml', 'web7.yaml', false],
    ['web[ab].yaml', 'weba.yaml', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['', '', true],
    ['{,x}', '', true],
  ])('%s for %s is %s', (glob, text, expected) => {
    expect(matchesGlob(glob, text)).toBe(expected);
  });

  it.each(['{a', '[a', 'a\\', '{'.repeat(17) + '}'.repeat(17)])(
    'fits nothing when it is the broken %s',
    glob => {
      expect(matchesGlob(glob, 'a')).toBe(false);
    },
  );

  it('takes time in proportion to both lengths', () => {
    const started = performance.now();
    expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(400))).toBe(false);
    expect(matchesGlob(`${'{a,a*}'.repeat(200)}b`, 'a'.repeat(400))).toBe(
      false,
    );
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
