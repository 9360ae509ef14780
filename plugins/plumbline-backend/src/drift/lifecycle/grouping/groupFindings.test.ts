import fc from 'fast-check';
import { attributionOf, findingOf } from '../../__testUtils__/findings';
import type { FindingRecord } from '../../records';
import { groupFindings } from './groupFindings';

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

const group = (findings: FindingRecord[]) =>
  groupFindings(findings, { objects: new Map(), managers: {} });

describe('groupFindings', () => {
  it('keeps what one person wrote within ten minutes together, over objects', () => {
    expect(
      paths(
        group([
          by('jane', 0, 'a'),
          by('jane', 9, 'b', 'v1/ConfigMap/payments/config'),
          by('jane', 18, 'c'),
          by('jane', 40, 'd'),
        ]),
      ),
    ).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('keeps two people apart', () => {
    expect(paths(group([by('jane', 0, 'a'), by('omar', 0, 'b')]))).toEqual([
      ['a'],
      ['b'],
    ]);
  });

  it('groups by object what has no known cause', () => {
    const unknown = (path: string, ref?: string) =>
      findingOf({ path, ...(ref && { ref }) });
    expect(
      paths(
        group([
          unknown('a'),
          unknown('b'),
          unknown('c', 'v1/ConfigMap/payments/config'),
        ]),
      ),
    ).toEqual([['a', 'b'], ['c']]);
  });

  it('groups by commit what waits for sync', () => {
    const ahead = (path: string, sha: string) =>
      findingOf({
        path,
        direction: 'git-ahead',
        source: { file: 'a', commit: { sha } },
      });
    expect(
      paths(group([ahead('a', '1'), ahead('b', '1'), ahead('c', '2')])),
    ).toEqual([['a', 'b'], ['c']]);
  });

  it('is the same whatever the order', () => {
    const findings = [
      by('jane', 0, 'a'),
      by('jane', 9, 'b'),
      by('omar', 3, 'c'),
      findingOf({ path: 'd' }),
      findingOf({ path: 'e' }),
    ];
    const expected = paths(group(findings));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(findings, { minLength: findings.length }),
        shuffled => {
          expect(paths(group(shuffled))).toEqual(expected);
        },
      ),
    );
  });
});
