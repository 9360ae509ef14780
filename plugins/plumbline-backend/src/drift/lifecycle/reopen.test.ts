import {
  attributionOf,
  findingOf,
  incidentOf,
} from '../__testUtils__/findings';
import type { IncidentRecord } from '../records';
import { reopen } from './reopen';

const RESOLVED = Date.parse('2026-11-20T12:00:00Z');
const INTERVAL = 600_000;

const resolved = (change: Partial<IncidentRecord> = {}) =>
  incidentOf({
    state: 'resolved',
    resolvedAt: RESOLVED,
    resolution: 'reverted',
    ...change,
  });
const ACKNOWLEDGED = {
  acknowledgement: { by: 'user:default/omar', at: RESOLVED - 1 },
};
const back = (
  incident: IncidentRecord,
  after: number,
  members = [findingOf()],
) => {
  const { text, ...rest } = reopen(incident, members, {
    now: RESOLVED + after,
    interval: INTERVAL,
  });
  return { ...rest, text: text('It is so') };
};
const writtenAt = (time: number, people = ['jane']) => [
  findingOf({
    attribution: {
      ...attributionOf('proven', ['jane'], new Date(time).toISOString()),
      people,
    },
  }),
];

describe('a difference that comes back', () => {
  it('within one interval goes on as if it had not gone', () => {
    for (const after of [1, INTERVAL]) {
      expect(back(resolved(), after)).toMatchObject({
        incident: {
          state: 'open',
          reopenings: 0,
          reopenedTimes: [],
          resolvedAt: undefined,
          resolution: undefined,
        },
        kind: 'refreshed',
        text: 'Gone for less than one check, and back: It is so',
      });
    }
  });

  it('within one interval keeps its acknowledgement and its reopenings', () => {
    expect(back(resolved(ACKNOWLEDGED), 1).incident).toMatchObject({
      state: 'acknowledged',
      ...ACKNOWLEDGED,
    });
    expect(back(resolved({ reopenings: 2 }), 1).incident).toMatchObject({
      state: 'reopened',
      reopenings: 2,
    });
  });

  it('later is a reopening, of which nobody knows yet', () => {
    expect(back(resolved(ACKNOWLEDGED), INTERVAL + 1)).toMatchObject({
      incident: {
        state: 'reopened',
        acknowledgement: undefined,
        reopenings: 1,
        reopenedTimes: [RESOLVED + INTERVAL + 1],
      },
      kind: 'reopened',
      text: 'It is so',
    });
  });

  it('by the hand of a person is a reopening at any time', () => {
    expect(back(resolved(), 1, writtenAt(RESOLVED + 1)).kind).toBe('reopened');
  });

  it.each([
    ['a person wrote it before it went', writtenAt(RESOLVED)],
    ['no person wrote it', writtenAt(RESOLVED + 1, [])],
  ])('is none within the interval when %s', (_, members) => {
    expect(back(resolved(), 2, members).kind).toBe('refreshed');
  });

  it('keeps the last ten times', () => {
    const times = Array.from({ length: 10 }, (_, index) => index);
    const { incident } = back(
      resolved({ reopenings: 10, reopenedTimes: times }),
      INTERVAL * 2,
    );
    expect(incident.reopenings).toBe(11);
    expect(incident.reopenedTimes).toEqual([
      ...times.slice(1),
      RESOLVED + INTERVAL * 2,
    ]);
  });
});
