import { readHistory, treesOf } from './History';

const HISTORY = readHistory(`
people:
  lena: { name: Lena Ortiz, email: lena@example.com }
commits:
  - { chapter: one, author: lena, minutesBefore: 5, message: Begin, add: [a.yaml] }
  - chapter: two
    author: lena
    minutesBefore: 3
    message: Grow
    add: [b.yaml]
    edit: [{ file: a.yaml, from: 'replicas: 1', to: 'replicas: 2' }]
`);

describe('treesOf', () => {
  it('works out earlier states from the newest', () => {
    const trees = treesOf(
      HISTORY,
      new Map([
        ['a.yaml', 'kind: A\nreplicas: 2\n'],
        ['b.yaml', 'kind: B\n'],
      ]),
    );
    expect(trees.map(tree => Object.fromEntries(tree))).toEqual([
      { 'a.yaml': 'kind: A\nreplicas: 1\n' },
      { 'a.yaml': 'kind: A\nreplicas: 2\n', 'b.yaml': 'kind: B\n' },
    ]);
  });

  it('refuses a history that does not lead to the files there are', () => {
    const files = (a: string, more: [string, string][] = []) =>
      new Map([['a.yaml', a], ['b.yaml', ''], ...more]);
    expect(() => treesOf(HISTORY, files('replicas: 3'))).toThrow(/0 times/);
    expect(() => treesOf(HISTORY, files('replicas: 2 replicas: 2'))).toThrow(
      /2 times/,
    );
    expect(() =>
      treesOf(HISTORY, files('replicas: 2', [['c.yaml', '']])),
    ).toThrow('no commit adds c.yaml');
    expect(() =>
      treesOf(HISTORY, new Map([['a.yaml', 'replicas: 2']])),
    ).toThrow('no such file: b.yaml');
  });

  it('knows its authors', () => {
    expect(HISTORY[0].author.name).toBe('Lena Ortiz');
    expect(() =>
      readHistory(
        'people: {}\ncommits: [{ chapter: x, author: who, message: m, minutesBefore: 1 }]',
      ),
    ).toThrow('who is who?');
  });
});
