import {
  attributionOf,
  findingOf,
  objectOf,
} from '../../__testUtils__/findings';
import type { FindingRecord } from '../../records';
import type { GroupingScene } from './GroupingKey';
import { splitIncident } from './splitIncident';

const NAMESPACE = 'v1/Namespace/payments';
const INSIDE = 'v1/ConfigMap/payments/settings';
const scene: GroupingScene = {
  objects: new Map([[INSIDE, objectOf(INSIDE)]]),
  managers: {},
};

const by = (who: string, path: string, change: Partial<FindingRecord> = {}) =>
  findingOf({ path, attribution: attributionOf('proven', [who]), ...change });
const splitKnowing = (
  wasKnown: (finding: FindingRecord) => boolean,
  findings: FindingRecord[],
) => {
  const { staying, leaving } = splitIncident(findings, scene, wasKnown);
  return [staying, leaving].map(group => group.map(({ path }) => path));
};
const split = (...findings: FindingRecord[]) =>
  splitKnowing(() => false, findings);

describe('splitIncident', () => {
  it('keeps an incident whole while nothing is known', () => {
    expect(split(findingOf({ path: 'a' }), findingOf({ path: 'b' }))).toEqual([
      ['a', 'b'],
      [],
    ]);
    expect(split()).toEqual([[], []]);
  });

  it('keeps what one person did, and lets what another did leave', () => {
    expect(
      split(
        by('jane', 'a', { firstSeenAt: 1 }),
        by('omar', 'b', { firstSeenAt: 2 }),
        by('jane', 'c', { firstSeenAt: 3 }),
      ),
    ).toEqual([['a', 'c'], ['b']]);
  });

  describe('of two acts of one person', () => {
    const at = (path: string, time: string, firstSeenAt: number) =>
      findingOf({
        path,
        firstSeenAt,
        attribution: attributionOf('proven', ['jane'], time),
      });
    const yesterday = at('a', '2026-11-20T17:52:00Z', 1);
    const early = at('b', '2026-11-21T14:00:00Z', 2);
    const late = at('c', '2026-11-21T14:10:00Z', 3);

    it('keeps the one of what was seen first', () => {
      expect(split(yesterday, early, late)).toEqual([['a'], ['b', 'c']]);
      expect(split(early, late)).toEqual([['b', 'c'], []]);
    });

    it('keeps what hangs together through a third', () => {
      const later = at('d', '2026-11-21T14:20:00Z', 4);
      expect(split(early, later, late)).toEqual([['b', 'd', 'c'], []]);
      expect(split(early, later)).toEqual([['b'], ['d']]);
    });

    it('keeps what stood together with its cause known', () => {
      expect(splitKnowing(() => true, [yesterday, late])).toEqual([
        ['a', 'c'],
        [],
      ]);
      expect(
        splitKnowing(({ path }) => path === 'c', [early, late, yesterday]),
      ).toEqual([['b', 'c'], ['a']]);
    });
  });

  it('lets nothing of which nobody is known stand under a name', () => {
    expect(
      split(
        findingOf({ path: 'a', firstSeenAt: 1 }),
        by('jane', 'b', { firstSeenAt: 2 }),
      ),
    ).toEqual([['b'], ['a']]);
  });

  it('tells a commit that waits from a person', () => {
    expect(
      split(
        by('jane', 'a', { firstSeenAt: 1 }),
        findingOf({ path: 'b', direction: 'git-ahead', firstSeenAt: 2 }),
      ),
    ).toEqual([['a'], ['b']]);
  });

  it('leaves one path with one cause in many objects together', () => {
    const findings = Array.from({ length: 5 }, (_, index) =>
      by('jane', 'a', { ref: `v1/ConfigMap/payments/c${index}` }),
    );
    expect(splitIncident(findings, scene, () => false).leaving).toEqual([]);
  });

  it('keeps what a deleted namespace took with it', () => {
    const gone = { path: '$resource', type: 'object-missing' } as const;
    const findings = [
      by('jane', '$resource', { ...gone, ref: NAMESPACE }),
      findingOf({ ...gone, ref: INSIDE }),
      findingOf({ ref: 'v1/ConfigMap/other/settings', path: 'data.a' }),
    ];
    expect(split(...findings)).toEqual([
      ['$resource', '$resource'],
      ['data.a'],
    ]);
  });
});
