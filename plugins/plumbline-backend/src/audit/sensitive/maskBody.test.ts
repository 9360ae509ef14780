import { MASK } from './maskText';
import { maskBody } from './maskBody';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

describe('maskBody', () => {
  it.each([
    [{ op: 'replace', path: '/spec/containers/0/env/2/value', value: 'x' }],
    [{ op: 'add', path: '/data/redis-password', value: 'x' }],
    [{ name: 'TOKEN_V2', value: 'x' }],
    [{ name: 'SECRET_KEY_BASE', value: 'x' }],
  ])('masks the value of %j', operation => {
    expect(maskBody([operation])).toEqual([{ ...operation, value: MASK }]);
  });

  it.each([
    [{ op: 'replace', path: '/spec/replicas', value: 'x' }],
    [{ op: 'replace', path: '/spec/containers/0/image', value: 'x' }],
    [{ name: 'LOG_LEVEL', value: 'x' }],
    [{ spec: { secretName: 'db', tokenPath: '/run/token' } }],
  ])('leaves %j as it is', body => {
    expect(maskBody(body)).toBe(body);
  });

  it('masks keys of maps that people fill, whatever else is in them', () => {
    expect(maskBody({ data: { 'token-v2': 'x', mode: 'fast' } })).toEqual({
      data: { 'token-v2': MASK, mode: 'fast' },
    });
  });

  it('masks in what was applied before', () => {
    const applied = (value: string) => ({
      annotations: {
        [LAST_APPLIED]: JSON.stringify({
          env: [{ name: 'DB_PASSWORD', value }],
        }),
      },
    });
    expect(maskBody(applied('x'))).toEqual(applied(MASK));
    expect(maskBody({ annotations: { [LAST_APPLIED]: '{"x' } })).toEqual({
      annotations: { [LAST_APPLIED]: MASK },
    });
    const harmless = {
      annotations: { [LAST_APPLIED]: '{ "data": {"mode":"fast"} }' },
    };
    expect(maskBody(harmless)).toBe(harmless);
  });
});
