import { DateTime } from 'luxon';
import {
  acknowledgeChange,
  acknowledgeForm,
  stateActions,
  untilProblem,
} from './stateActions';

const NOW = DateTime.fromISO('2026-11-20T14:31:07.000Z');

describe('stateActions', () => {
  it('offers nothing for a resolved incident', () => {
    expect(stateActions('resolved')).toEqual([]);
    expect(stateActions('reopened')).toEqual(['acknowledge']);
    expect(stateActions('acknowledged')).toEqual(['edit', 'take-back']);
  });
});

describe('form of an acknowledgement', () => {
  it('opens empty, and with what is known when somebody edits', () => {
    expect(acknowledgeForm(undefined)).toEqual({
      note: '',
      choice: 'resolved',
      localTime: '',
    });
    const until = '2026-11-20T18:00:00.000Z';
    const form = acknowledgeForm({
      by: 'user:default/omar',
      at: '2026-11-20T13:58:00.000Z',
      note: 'PR 812',
      until,
    });
    expect(form).toMatchObject({ note: 'PR 812', choice: 'time' });
    expect(acknowledgeChange(form, NOW)).toEqual({
      state: 'acknowledged',
      note: 'PR 812',
      until,
    });
  });

  it('leaves out an empty note and an end that nobody asked for', () => {
    expect(
      acknowledgeChange({ note: ' ', choice: 'resolved', localTime: '' }, NOW),
    ).toEqual({ state: 'acknowledged', note: undefined, until: undefined });
  });

  it('counts hours from now', () => {
    expect(
      acknowledgeChange({ note: '', choice: 'fourHours', localTime: '' }, NOW)
        .until,
    ).toBe('2026-11-20T18:31:07.000Z');
  });

  it('refuses a time that is missing or over', () => {
    const form = { note: '', choice: 'time' as const, localTime: '' };
    expect(untilProblem(form, NOW)).toBe('Say a date and a time');
    expect(untilProblem({ ...form, localTime: '2026-11-19T10:00' }, NOW)).toBe(
      'That time is over',
    );
    expect(
      untilProblem({ ...form, localTime: '2026-11-22T10:00' }, NOW),
    ).toBeUndefined();
    expect(untilProblem({ ...form, choice: 'day' }, NOW)).toBeUndefined();
  });
});
