import { resultText } from './outcomeWords';

describe('resultText', () => {
  it.each([
    [{ outcome: 'success', code: 200 }, 'OK'],
    [{ outcome: 'denied', code: 403 }, '403'],
    [{ outcome: 'failed', code: 409 }, '409'],
    [{ outcome: 'failed' }, 'Failed'],
    [{ outcome: 'started' }, 'Started'],
    [{ outcome: 'unknown' }, 'Unknown'],
  ] as const)('says %j as %s', (event, text) => {
    expect(resultText(event)).toBe(text);
  });
});
