import { findingOf } from '../../__testUtils__/findings';
import { comparedOf, observationOf } from '../../__testUtils__/observations';
import type { FindingRecord } from '../../records';
import { addedValues } from './addedValues';

const NOW = 2_000_000;
const seen = findingOf({
  lastSeenAt: NOW,
  owner: { manager: 'kubectl-edit', operation: 'Update' },
});
const value = {
  findingId: seen.id,
  at: NOW,
  liveDigest: 'live',
  manager: 'kubectl-edit',
  value: 5,
};

const added = (
  findings: { open?: FindingRecord[]; closed?: FindingRecord[] },
  last = [] as (typeof value)[],
  object = observationOf({ managerAt: () => 'argocd-controller' }),
) =>
  addedValues(
    { values: last },
    { open: [], closed: [], ...findings },
    comparedOf([object]),
    { begunAt: NOW, now: NOW },
  );

describe('addedValues', () => {
  it('is what a field has, when it had another value or none is known', () => {
    expect(added({ open: [seen] })).toEqual([value]);
    expect(
      added({ open: [seen] }, [{ ...value, at: 1, liveDigest: 'other' }]),
    ).toEqual([value]);
  });

  it('is nothing while the value stays', () => {
    expect(added({ open: [seen] }, [{ ...value, at: 1 }])).toEqual([]);
  });

  it.each<[string, Partial<FindingRecord>]>([
    ['was not looked at', { lastSeenAt: NOW - 1 }],
    ['is ignored', { verdict: 'ignored' }],
    ['is expected', { verdict: 'expected' }],
  ])('is nothing of what %s', (_, change) => {
    expect(added({ open: [{ ...seen, ...change }] })).toEqual([]);
  });

  it('is what Git says, when it is so again, with who made it so', () => {
    expect(added({ closed: [seen] }, [{ ...value, at: 1 }])).toEqual([
      {
        findingId: seen.id,
        at: NOW,
        liveDigest: 'desired',
        manager: 'argocd-controller',
        value: 3,
      },
    ]);
  });

  it.each([
    [
      'Git took the value over',
      observationOf({ desiredDigestAt: () => 'live' }),
    ],
    ['the object is gone', observationOf({ isLive: false })],
    ['the object is not declared', observationOf({ key: 'another' })],
  ])('is nothing when %s', (_, object) => {
    expect(added({ closed: [seen] }, [value], object)).toEqual([]);
  });

  it('is nothing when it could not be looked', () => {
    expect(
      addedValues(
        { values: [] },
        { open: [seen], closed: [] },
        { kind: 'unobservable', step: 'cluster', reason: 'down' },
        { begunAt: NOW, now: NOW },
      ),
    ).toEqual([]);
  });
});
