import { eventQuery, hourOfWeek, hourOfWeekText } from './frictionFilters';

const NONE = { rule: '', cluster: '', day: '', hour: '' };

describe('frictionFilters', () => {
  it('asks for everything without filters', () => {
    expect(eventQuery(NONE, 'UTC')).toEqual({ timeZone: 'UTC', limit: 25 });
  });

  it('cuts a day in the zone of the reader, also when the clocks change', () => {
    expect(
      eventQuery({ ...NONE, day: '2026-11-20' }, 'Europe/Berlin'),
    ).toMatchObject({
      from: '2026-11-19T23:00:00.000Z',
      to: '2026-11-20T23:00:00.000Z',
    });
    expect(
      eventQuery({ ...NONE, day: '2026-10-25' }, 'Europe/Berlin'),
    ).toMatchObject({
      from: '2026-10-24T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
    });
  });

  it('passes a rule, a cluster and an hour of the week on', () => {
    expect(
      eventQuery(
        { rule: 'pod-exec', cluster: 'prod-eu', day: '', hour: '89' },
        'UTC',
      ),
    ).toEqual({
      rule: ['pod-exec'],
      cluster: ['prod-eu'],
      hourOfWeek: 89,
      timeZone: 'UTC',
      limit: 25,
    });
  });

  it.each(['', 'x', '-1', '168', '1.5'])('reads %p as no hour', text => {
    expect(hourOfWeek(text)).toBeUndefined();
  });

  it('drops a day that is none', () => {
    expect(eventQuery({ ...NONE, day: 'yesterday' }, 'UTC').from).toBe(
      undefined,
    );
  });

  it('names an hour of the week', () => {
    expect(hourOfWeekText(0)).toBe('Mon 00:00–01:00');
    expect(hourOfWeekText(3 * 24 + 17)).toBe('Thu 17:00–18:00');
    expect(hourOfWeekText(167)).toBe('Sun 23:00–24:00');
  });
});
