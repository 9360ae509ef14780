import fc from 'fast-check';
import { pseudonymOf, replaceNames } from './pseudonyms';

const hide = (name: string) => pseudonymOf(name, 'key');

describe('pseudonymOf', () => {
  it('is stable for a name and differs by name and by installation', () => {
    expect(hide('jane@example.com')).toBe(hide('jane@example.com'));
    expect(hide('jane@example.com')).not.toBe(hide('omar@example.com'));
    expect(hide('jane@example.com')).not.toBe(
      pseudonymOf('jane@example.com', 'another key'),
    );
    expect(hide('jane@example.com')).toMatch(/^person-[0-9a-f]{6}$/);
  });
});

describe('replaceNames', () => {
  it('replaces in sentences, arrays and nested objects', () => {
    expect(
      replaceNames(
        {
          sentence: 'jane@example.com scaled cart',
          principals: ['jane@example.com', 'system:serviceaccount:ci:deployer'],
          nested: {
            wording: 'most consistent with jane@example.com',
            count: 3,
          },
        },
        ['jane@example.com'],
        () => 'person-1',
      ),
    ).toEqual({
      sentence: 'person-1 scaled cart',
      principals: ['person-1', 'system:serviceaccount:ci:deployer'],
      nested: { wording: 'most consistent with person-1', count: 3 },
    });
  });

  it('takes the longer name first', () => {
    expect(
      replaceNames(
        'jane jane@example.com',
        ['jane', 'jane@example.com'],
        name => name.toUpperCase(),
      ),
    ).toBe('JANE JANE@EXAMPLE.COM');
  });

  it('takes names as text, not as patterns', () => {
    expect(replaceNames('a.c abc', ['a.c'], () => 'x')).toBe('x abc');
  });

  it('gives the very value back when there is nobody to hide', () => {
    const value = { a: 1 };
    expect(replaceNames(value, [], hide)).toBe(value);
  });

  it('never leaves a name behind', () => {
    const property = fc.property(
      fc.jsonValue(),
      fc.array(fc.string({ minLength: 3 }), { minLength: 1, maxLength: 4 }),
      (value, names) => {
        const replaced = replaceNames(
          { value, said: names.join(' | ') },
          names,
          () => '·',
        );
        return textsOf(replaced).every(text =>
          names.every(name => !text.includes(name)),
        );
      },
    );
    expect(() => fc.assert(property)).not.toThrow();
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, item]) => [key, ...textsOf(item)])
    : [];
}
