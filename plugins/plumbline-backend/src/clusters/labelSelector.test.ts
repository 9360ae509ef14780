import fc from 'fast-check';
import { matchesLabels, parseLabelSelector } from './labelSelector';

const matches = (selector: string, labels: Record<string, string>) =>
  matchesLabels(parseLabelSelector(selector), labels);

describe('label selectors', () => {
  const labels = { app: 'web', 'acme.io/tier': 'front', empty: '' };

  it.each([
    ['', true],
    ['app=web', true],
    ['app==web', true],
    ['app = web', true],
    ['app=other', false],
    ['app!=web', false],
    ['app!=other', true],
    ['absent!=x', true],
    ['app in (web, api)', true],
    ['app in (api)', false],
    ['absent in (x)', false],
    ['app notin (api)', true],
    ['app notin (web,api)', false],
    ['absent notin (x)', true],
    ['app', true],
    ['absent', false],
    ['!absent', true],
    ['! app', false],
    ['acme.io/tier=front,app in (web,api),!absent', true],
    ['acme.io/tier=front,app in (web,api),absent', false],
    ['empty=', true],
    ['empty', true],
    ['app=', false],
    ['empty in ()', true],
    ['toString', false],
    ['!toString', true],
  ])('%j', (selector, expected) => {
    expect(matches(selector, labels)).toBe(expected);
  });

  it.each([
    'app=web,',
    ',',
    'app in web',
    'app in (web',
    'app=a b',
    'app=(web)',
    '=web',
    '!',
    'a/b/c',
    'app=-web',
    'UPPER.io/x=y',
    'app > 3',
  ])('refuses %j', selector => {
    expect(() => parseLabelSelector(selector)).toThrow(
      expect.objectContaining({ name: 'LabelSelectorSyntaxError' }),
    );
  });

  const key = fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/);
  const value = fc.stringMatching(/^[a-z0-9]{0,3}$/);
  const labelMap = fc.dictionary(key, value, { maxKeys: 4 });

  it('holds for in what it denies for notin, and for = what it denies for !=', () => {
    fc.assert(
      fc.property(labelMap, key, fc.array(value), value, (map, k, vs, v) => {
        const list = vs.join(',');
        expect(matches(`${k} in (${list})`, map)).not.toBe(
          matches(`${k} notin (${list})`, map),
        );
        expect(matches(`${k}=${v}`, map)).not.toBe(matches(`${k}!=${v}`, map));
        expect(matches(k, map)).not.toBe(matches(`!${k}`, map));
        expect(matches(`${k}=${v}`, map)).toBe(matches(`${k} in (${v})`, map));
      }),
    );
  });

  it('holds for all labels written as equalities', () => {
    fc.assert(
      fc.property(labelMap, map => {
        const selector = Object.entries(map)
          .map(([k, v]) => `${k}=${v}`)
          .join(',');
        expect(matches(selector, map)).toBe(true);
      }),
    );
  });

  it('reads or refuses any text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(['read', 'LabelSelectorSyntaxError']).toContain(outcome(text));
      }),
    );
  });
});

function outcome(text: string): string {
  try {
    parseLabelSelector(text);
    return 'read';
  } catch (error) {
    return (error as Error).name;
  }
}
