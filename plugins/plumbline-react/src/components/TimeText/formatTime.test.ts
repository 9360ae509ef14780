import { DateTime } from 'luxon';
import {
  formatAge,
  formatDuration,
  formatRange,
  formatTime,
  readableTimes,
} from './formatTime';

const now = DateTime.fromISO('2026-11-20T14:31:07Z', { zone: 'utc' });

describe('formatTime', () => {
  it.each([
    ['2026-11-20T14:02:11.418Z', '14:02:11'],
    ['2026-11-19T17:24:00Z', '19 Nov 17:24'],
    ['2025-03-04T05:06:07Z', '4 Mar 2025 05:06'],
    ['not a time', 'unknown'],
  ])('writes %s as %s', (iso, text) => {
    expect(formatTime(iso, now)).toBe(text);
  });

  it('decides what today is in the zone of the reader', () => {
    const evening = DateTime.fromISO('2026-11-21T00:30:00', {
      zone: 'Europe/Berlin',
    });
    expect(formatTime('2026-11-20T22:59:00Z', evening)).toBe('20 Nov 23:59');
    expect(formatTime('2026-11-20T23:01:00Z', evening)).toBe('00:01:00');
  });
});

describe('formatDuration and formatAge', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [59.4, '59 s'],
    [60, '1 min'],
    [3599, '59 min'],
    [3600, '1 h'],
    [172_799, '47 h'],
    [172_800, '2 d'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('measures an age', () => {
    expect(formatAge('2026-11-20T14:02:07Z', now)).toBe('29 min');
    expect(formatAge('', now)).toBe('unknown');
  });
});

describe('formatRange', () => {
  it.each([
    ['2026-11-20T10:10:04Z', '2026-11-20T10:20:04Z', '10:10–10:20'],
    ['2026-10-12T22:00:00Z', '2026-10-12T22:10:00Z', '12 Oct, 22:00–22:10'],
    ['2026-11-19T23:50:00Z', '2026-11-20T00:10:00Z', '19 Nov 23:50 – 00:10:00'],
  ])('writes %s to %s as %s', (from, to, text) => {
    expect(formatRange(from, to, now)).toBe(text);
  });
});

describe('readableTimes', () => {
  it('writes every time of a sentence', () => {
    expect(
      readableTimes(
        'jane wrote it at 2026-11-20T10:53:18.691618Z, first seen 2026-10-26T10:12:01Z',
        now,
      ),
    ).toBe('jane wrote it at 10:53:18, first seen 26 Oct 10:12');
  });

  it('leaves a sentence without a time alone', () => {
    expect(readableTimes('scaled from 3 to 5', now)).toBe('scaled from 3 to 5');
  });
});
