import type { FindingRecord } from '../records';
import { refineDirection } from './refineDirection';

const seen = (
  direction: FindingRecord['direction'],
  rest: Partial<FindingRecord> = {},
) =>
  ({
    direction,
    desiredDigest: 'git-1',
    liveDigest: 'live-1',
    ...rest,
  } as FindingRecord);

const nothing = {
  before: undefined,
  cleanDigest: undefined,
  desiredDigest: 'git-1',
  liveDigest: 'live-1',
};

describe('refineDirection', () => {
  it.each(['unknown', 'git-ahead', 'both', 'live-changed'] as const)(
    'leaves %s to the objects where no look told of the field',
    direction => {
      expect(refineDirection(direction, nothing)).toEqual({
        direction,
        desiredUnchanged: false,
        liveUnchanged: false,
      });
    },
  );

  it.each(['unknown', 'git-ahead'] as const)(
    'knows that live moved when Git wants what it wanted, whatever last-applied says (%s)',
    direction => {
      expect(
        refineDirection(direction, { ...nothing, cleanDigest: 'git-1' }),
      ).toEqual({
        direction: 'live-changed',
        desiredUnchanged: true,
        liveUnchanged: false,
      });
    },
  );

  it('knows that Git moved when live is what Git wanted', () => {
    expect(
      refineDirection('unknown', { ...nothing, cleanDigest: 'live-1' }),
    ).toEqual({
      direction: 'git-ahead',
      desiredUnchanged: false,
      liveUnchanged: true,
    });
  });

  it('guesses nothing when neither side is as it was', () => {
    expect(
      refineDirection('unknown', { ...nothing, cleanDigest: 'git-0' })
        .direction,
    ).toBe('unknown');
  });

  it.each([
    ['live-changed', {}, 'live-changed'],
    ['live-changed', { liveDigest: 'live-0' }, 'live-changed'],
    ['live-changed', { desiredDigest: 'git-0' }, 'both'],
    ['git-ahead', {}, 'git-ahead'],
    ['git-ahead', { desiredDigest: 'git-0' }, 'git-ahead'],
    ['git-ahead', { liveDigest: 'live-0' }, 'both'],
    ['both', {}, 'both'],
    ['unknown', {}, 'unknown'],
  ] as const)('goes on from %s with %j: %s', (direction, rest, expected) => {
    expect(
      refineDirection('unknown', { ...nothing, before: seen(direction, rest) })
        .direction,
    ).toBe(expected);
  });

  it.each([
    ['git-ahead', {}, true],
    ['git-ahead', { liveDigest: 'live-0' }, false],
    ['git-ahead', { attribution: {} as FindingRecord['attribution'] }, false],
    ['live-changed', {}, false],
  ] as const)(
    'says whether a write may be the cause of %s with %j',
    (direction, rest, liveUnchanged) => {
      expect(
        refineDirection('unknown', {
          ...nothing,
          before: seen(direction, rest),
        }).liveUnchanged,
      ).toBe(liveUnchanged);
    },
  );

  it('forgets a difference that had ended', () => {
    expect(
      refineDirection('unknown', {
        ...nothing,
        before: seen('git-ahead', { closedAt: 1 }),
      }).direction,
    ).toBe('unknown');
  });
});
