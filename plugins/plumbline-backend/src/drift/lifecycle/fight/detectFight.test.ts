import { findingOf } from '../../__testUtils__/findings';
import type { FindingValueRecord } from '../../records';
import { detectFight } from './detectFight';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const finding = findingOf({ id: 'replicas' });

/** `[value, manager, hours ago]`, the oldest first. */
const valuesOf = (
  ...turns: [value: unknown, manager: string | undefined, hours: number][]
): FindingValueRecord[] =>
  turns.map(([value, manager, hours]) => ({
    findingId: 'replicas',
    at: NOW - hours * HOUR,
    liveDigest: JSON.stringify(value),
    manager,
    value,
  }));
const fightOf = (
  values: FindingValueRecord[],
  reopenedTimes: number[] = [],
  members = [finding],
) => detectFight(members, { values, reopenedTimes, now: NOW, managers: {} });

const CONTROLLER = 'kube-controller-manager';
const TURNS = valuesOf(
  [5, 'kubectl-edit', 3],
  [3, 'argocd-controller', 2],
  [5, 'kubectl-edit', 1],
);

describe('a fight', () => {
  it('is a value that comes back by two managers, with both of them, the values, the turns and since when', () => {
    expect(fightOf(TURNS)).toEqual({
      managers: ['kubectl-edit', 'argocd-controller'],
      path: 'spec.replicas',
      since: NOW - 3 * HOUR,
      turns: 2,
      values: [5, 3],
    });
  });

  it('is one of two controllers', () => {
    expect(
      fightOf(
        valuesOf(
          [5, CONTROLLER, 3],
          [3, 'argocd-controller', 2],
          [5, CONTROLLER, 1],
        ),
      )?.managers,
    ).toEqual([CONTROLLER, 'argocd-controller']);
  });

  it.each<[string, FindingValueRecord[]]>([
    ['there are two values only', TURNS.slice(0, 2)],
    [
      'a third value comes',
      valuesOf([5, 'a', 3], [3, 'argocd-controller', 2], [7, 'a', 1]),
    ],
    [
      'one manager sets all',
      valuesOf([5, CONTROLLER, 3], [3, CONTROLLER, 2], [5, CONTROLLER, 1]),
    ],
    [
      'a third manager brings it back',
      valuesOf([5, 'a', 3], [3, 'argocd-controller', 2], [5, 'b', 1]),
    ],
    [
      'nobody knows by whom',
      valuesOf(
        [5, undefined, 3],
        [3, 'argocd-controller', 2],
        [5, undefined, 1],
      ),
    ],
    // People at work try things out.
    [
      'tools of people set it in turn',
      valuesOf([5, 'kubectl-edit', 3], [3, 'k9s', 2], [5, 'kubectl-edit', 1]),
    ],
    [
      'the first turn was a day ago',
      [...valuesOf([5, 'kubectl-edit', 24]), ...TURNS.slice(1)],
    ],
    [
      'it is another finding',
      TURNS.map(value => ({ ...value, findingId: 'another' })),
    ],
  ])('is none when %s', (_, values) => {
    expect(fightOf(values)).toBeUndefined();
  });

  it('is one when it came back three times within a day, whoever did it', () => {
    const values = valuesOf(
      [5, 'kubectl-edit', 3],
      [3, 'k9s', 2],
      [5, 'kubectl-edit', 1],
    );
    const times = (...hours: number[]) => hours.map(hour => NOW - hour * HOUR);
    expect(fightOf(values, times(3, 2))).toBeUndefined();
    expect(fightOf(values, times(24, 2, 1))).toBeUndefined();
    expect(fightOf(values, times(3, 2, 1))).toMatchObject({ turns: 2 });
  });

  it('is about the field with the most turns', () => {
    const other = findingOf({ id: 'paused', path: 'spec.paused' });
    const more = valuesOf(
      [true, CONTROLLER, 5],
      [false, 'argocd-controller', 4],
      [true, CONTROLLER, 3],
      [false, 'argocd-controller', 2],
    ).map(value => ({ ...value, findingId: 'paused' }));
    expect(fightOf([...TURNS, ...more], [], [finding, other])).toMatchObject({
      path: 'spec.paused',
      turns: 3,
    });
  });

  it.each([
    [{ masked: true, length: 8 }],
    [{ data: [{ token: { masked: true } }] }],
  ])('shows none of the values when one is masked: %j', masked => {
    const values = valuesOf(
      [masked, CONTROLLER, 3],
      ['plain', 'argocd-controller', 2],
      [masked, CONTROLLER, 1],
    );
    expect(fightOf(values)).toMatchObject({ turns: 2, values: [] });
  });

  it('is over when a day has gone by without a turn', () => {
    expect(
      detectFight([finding], {
        values: TURNS,
        reopenedTimes: [],
        now: NOW + DAY,
        managers: {},
      }),
    ).toBeUndefined();
  });
});
