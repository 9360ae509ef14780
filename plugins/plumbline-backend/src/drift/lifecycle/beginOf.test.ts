import { attributionOf, findingOf } from '../__testUtils__/findings';
import type { FindingRecord } from '../records';
import { beginOf } from './beginOf';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const MINUTE = 60_000;

const written = (level: 'proven' | 'strong', minutes: number) => ({
  attribution: attributionOf(
    level,
    ['jane'],
    new Date(NOON + minutes * MINUTE).toISOString(),
  ),
});
const ahead = (minutes?: number): Partial<FindingRecord> => ({
  direction: 'git-ahead',
  source: {
    file: 'a.yaml',
    commit: {
      sha: '1',
      time: minutes === undefined ? undefined : NOON + minutes * MINUTE,
    },
  },
});
const SEEN = { firstSeenAt: NOON + 30 * MINUTE };

describe('an incident begins', () => {
  it.each<[string, string, number, Partial<FindingRecord>[]]>([
    [
      'at the first proven write',
      'proven-write',
      5,
      [written('proven', 9), written('proven', 5), SEEN],
    ],
    ['at the first commit that waits', 'commit', 3, [ahead(7), ahead(3)]],
    [
      'at a proven write rather than at a commit',
      'proven-write',
      9,
      [ahead(3), written('proven', 9)],
    ],
    [
      'when it was first seen, where the write is not proven',
      'first-seen',
      30,
      [{ ...written('strong', 5), ...SEEN }],
    ],
    [
      'when it was first seen, where the commit has no time',
      'first-seen',
      30,
      [{ ...ahead(), ...SEEN }],
    ],
    [
      'when it was first seen, where Git did not move',
      'first-seen',
      30,
      [{ ...ahead(3), ...SEEN, direction: 'live-changed' }],
    ],
    [
      'when the first of it was seen',
      'first-seen',
      20,
      [SEEN, { firstSeenAt: NOON + 20 * MINUTE }],
    ],
  ])('%s', (_, basis, minutes, findings) => {
    expect(beginOf(findings.map(findingOf))).toEqual({
      at: NOON + minutes * MINUTE,
      basis,
    });
  });
});
