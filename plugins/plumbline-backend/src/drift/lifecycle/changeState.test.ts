import { incidentOf } from '../__testUtils__/findings';
import type { IncidentRecord } from '../records';
import { changeState, hasLapsed, lapse } from './changeState';

const NOW = Date.parse('2026-11-20T13:00:00Z');
const HOUR = 3_600_000;
const context = { by: 'user:default/omar', now: NOW, newId: () => 'entry' };

const acknowledged = (change: Partial<IncidentRecord> = {}) =>
  incidentOf({
    state: 'acknowledged',
    acknowledgement: { by: 'user:default/omar', at: NOW - HOUR },
    firstAcknowledgedAt: NOW - HOUR,
    ...change,
  });

describe('acknowledging', () => {
  it.each(['open', 'reopened'] as const)('is for what is %s', state => {
    const { incident, addHistory } = changeState(
      incidentOf({ state }),
      { state: 'acknowledged', note: 'Load test', until: NOW + HOUR },
      context,
    );
    expect(incident).toMatchObject({
      state: 'acknowledged',
      acknowledgement: {
        by: 'user:default/omar',
        at: NOW,
        note: 'Load test',
        until: NOW + HOUR,
      },
      firstAcknowledgedAt: NOW,
      updatedAt: NOW,
    });
    expect(addHistory).toEqual([
      {
        id: 'entry',
        incidentId: 'incident',
        time: NOW,
        kind: 'acknowledged',
        text: 'Acknowledged until 2026-11-20T14:00:00.000Z: Load test',
        author: 'user:default/omar',
      },
    ]);
  });

  it.each([
    [{}, 'Acknowledged'],
    [{ note: 'On it' }, 'Acknowledged: On it'],
    [{ until: NOW + 1 }, 'Acknowledged until 2026-11-20T13:00:00.001Z'],
  ])('with %j is told as "%s"', (request, text) => {
    const { addHistory } = changeState(
      incidentOf(),
      { state: 'acknowledged', ...request },
      context,
    );
    expect(addHistory.map(entry => entry.text)).toEqual([text]);
  });

  it('again in the same words changes nothing', () => {
    const before = acknowledged();
    expect(changeState(before, { state: 'acknowledged' }, context)).toEqual({
      incident: before,
      addHistory: [],
    });
  });

  it('anew keeps when it was acknowledged first', () => {
    const { incident, addHistory } = changeState(
      acknowledged(),
      { state: 'acknowledged', note: 'Still on it' },
      { ...context, by: 'user:default/jane' },
    );
    expect(incident).toMatchObject({
      acknowledgement: { by: 'user:default/jane', at: NOW },
      firstAcknowledgedAt: NOW - HOUR,
    });
    expect(addHistory).toHaveLength(1);
  });

  it.each([NOW, NOW - 1])(
    'until a time that is over (%i) is refused',
    until => {
      expect(() =>
        changeState(incidentOf(), { state: 'acknowledged', until }, context),
      ).toThrow('until: it must lie in the future');
    },
  );
});

describe('taking an acknowledgement back', () => {
  it.each([
    [0, 'open'],
    [2, 'reopened'],
  ])('after %i reopenings leaves it %s', (reopenings, state) => {
    const { incident, addHistory } = changeState(
      acknowledged({ reopenings }),
      { state: 'open' },
      context,
    );
    expect(incident).toMatchObject({
      state,
      acknowledgement: undefined,
      firstAcknowledgedAt: NOW - HOUR,
    });
    expect(addHistory).toMatchObject([
      { text: 'Acknowledgement taken back', author: 'user:default/omar' },
    ]);
  });

  it('of what nobody acknowledged changes nothing', () => {
    const before = incidentOf();
    expect(changeState(before, { state: 'open' }, context)).toEqual({
      incident: before,
      addHistory: [],
    });
  });
});

describe('a resolved incident', () => {
  it.each(['open', 'acknowledged'] as const)(
    'cannot be %s by a person',
    state => {
      expect(() =>
        changeState(incidentOf({ state: 'resolved' }), { state }, context),
      ).toThrow(
        'INC-1 is resolved: an incident resolves and reopens by comparison',
      );
    },
  );
});

describe('an acknowledgement for a time', () => {
  const until = (time: number) =>
    acknowledged({
      acknowledgement: { by: 'user:default/omar', at: 0, until: time },
    });

  it('is over at the instant, and not before', () => {
    expect(
      [NOW - 1, NOW, NOW + 1].map(time => hasLapsed(until(time), NOW)),
    ).toEqual([true, true, false]);
    expect(hasLapsed(acknowledged(), NOW)).toBe(false);
    expect(hasLapsed({ ...until(NOW), state: 'resolved' }, NOW)).toBe(false);
  });

  it('leaves it open, told once and by nobody', () => {
    const { incident, addHistory } = lapse(until(NOW), context);
    expect(incident).toMatchObject({
      state: 'open',
      acknowledgement: undefined,
      updatedAt: NOW,
    });
    expect(addHistory).toMatchObject([
      { text: 'The time of the acknowledgement is over', author: undefined },
    ]);
    expect(lapse(incident, context)).toEqual({ incident, addHistory: [] });
  });
});
