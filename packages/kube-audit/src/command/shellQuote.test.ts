import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { shellQuote } from './shellQuote';

describe('shellQuote', () => {
  it.each([
    ['web-1', 'web-1'],
    ['a b', "'a b'"],
    ["it's", "'it'\\''s'"],
    ['', "''"],
    ['$(reboot)', "'$(reboot)'"],
    ['a\u001b[31m', "$'a\\033[31m'"],
    ['\u202etxt', "$'\\342\\200\\256txt'"],
  ])('%j becomes %s', (word, expected) => {
    expect(shellQuote(word)).toBe(expected);
  });

  it('survives a shell', () => {
    const word = fc
      .string({
        unit: fc.constantFrom(
          ...`ab -"'\\$\`!*?~#&;|<>(){}[]=%\n\t\u001b\u0007\u202eé0`,
        ),
      })
      .filter(w => !w.endsWith('\n'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), words => {
        const script = `printf '%s\\037' ${words.map(shellQuote).join(' ')}`;
        const printed = execFileSync('bash', ['-c', script], {
          encoding: 'utf8',
        });
        expect(printed.split('\u001f').slice(0, -1)).toEqual(words);
      }),
      { numRuns: 60 },
    );
  });

  it('lets nothing reach a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), word => {
        expect(shellQuote(word).replace(/[\n\t]/g, '')).not.toMatch(
          /[\p{Cc}\p{Cf}]/u,
        );
      }),
    );
  });
});
