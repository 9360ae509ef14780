import { findingOf } from '../__testUtils__/findings';
import { observationOf } from '../__testUtils__/observations';
import { commonResolution, resolutionOf } from './resolution';

const before = findingOf({ desiredDigest: 'three', liveDigest: 'five' });
const missing = findingOf({ type: 'object-missing', path: '$resource' });

describe('resolutionOf', () => {
  it.each([
    ['reverted', observationOf({ desiredDigestAt: () => 'three' })],
    ['adopted in Git', observationOf({ desiredDigestAt: () => 'five' })],
    // Git moved on to a third value and the cluster followed.
    ['adopted in Git', observationOf({ desiredDigestAt: () => 'seven' })],
    ['deleted', observationOf({ isLive: false })],
    ['no longer desired', undefined],
  ])('is %s', (resolution, object) => {
    expect(resolutionOf(before, object)).toBe(resolution);
  });

  it.each(['expected', 'ignored'] as const)('is %s by a rule', verdict => {
    const now = findingOf({ verdict });
    expect(resolutionOf(before, observationOf(), now)).toBe(verdict);
  });

  it('of a missing object is that it is there again', () => {
    expect(resolutionOf(missing, observationOf())).toBe('reverted');
    expect(resolutionOf(missing, undefined)).toBe('no longer desired');
  });
});

describe('commonResolution', () => {
  it('is the most frequent, the first of equals', () => {
    expect(commonResolution(['deleted', 'reverted', 'reverted'])).toBe(
      'reverted',
    );
    expect(commonResolution(['ignored', 'reverted'])).toBe('ignored');
  });
});
