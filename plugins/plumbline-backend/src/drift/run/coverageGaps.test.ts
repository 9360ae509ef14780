import { coverageGaps } from './coverageGaps';

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const span = { from: at('10:00:00'), to: at('10:10:00') };
const whole = {
  firstEventAt: at('08:00:00'),
  silences: [],
  unreadable: [],
};

describe('coverageGaps', () => {
  it('has none for a feed that was heard all along', () => {
    expect(coverageGaps(whole, span)).toEqual([]);
  });

  it('has one until the feed began', () => {
    expect(
      coverageGaps({ ...whole, firstEventAt: at('10:04:00') }, span),
    ).toEqual([
      {
        from: '2026-11-20T10:00:00.000Z',
        to: '2026-11-20T10:04:00.000Z',
        reason: 'the oldest stored event is younger',
      },
    ]);
  });

  it('says how long the feed was silent, and that something could not be read', () => {
    expect(
      coverageGaps(
        {
          ...whole,
          silences: [{ from: at('09:40:00'), to: at('10:02:00') }],
          unreadable: [{ receivedAt: at('10:05:00'), count: 2 }],
        },
        span,
      ),
    ).toEqual([
      {
        from: '2026-11-20T09:40:00.000Z',
        to: '2026-11-20T10:02:00.000Z',
        reason: 'no event of the cluster for 22 min',
      },
      {
        from: '2026-11-20T10:01:00.000Z',
        to: '2026-11-20T10:05:00.000Z',
        reason:
          '2 events that arrived at 2026-11-20T10:05:00.000Z could not be read',
      },
    ]);
  });

  it('has none without a log: nothing rests on it', () => {
    expect(coverageGaps({ ...whole, firstEventAt: undefined }, span)).toEqual(
      [],
    );
  });
});
