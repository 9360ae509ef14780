import { describeValue, diffTone, elideCommonStart } from './describeValue';

describe('describeValue', () => {
  it.each([
    [undefined, 'git', { kind: 'absent', text: 'not in Git' }],
    [undefined, 'live', { kind: 'absent', text: 'absent' }],
    ['', 'git', { kind: 'value', text: '""' }],
    ['  ', 'git', { kind: 'value', text: '"  "' }],
    [0, 'live', { kind: 'value', text: '0' }],
    [false, 'live', { kind: 'value', text: 'false' }],
    [null, 'live', { kind: 'value', text: 'null' }],
    [['a', 'b'], 'git', { kind: 'value', text: '["a","b"]' }],
  ] as const)('says %j on the side of %s', (value, side, description) => {
    expect(describeValue(value, side)).toEqual(description);
  });

  it('says no more of a secret than its length', () => {
    expect(
      describeValue({ masked: true, changed: true, length: 32 }, 'live'),
    ).toEqual({ kind: 'masked', text: 'changed, 32 characters' });
    expect(
      describeValue({ masked: true, changed: true, length: 1 }, 'live').text,
    ).toBe('changed, 1 character');
    expect(describeValue({ masked: true, changed: false }, 'git')).toEqual({
      kind: 'masked',
      text: 'unchanged',
    });
  });
});

describe('diffTone', () => {
  it('marks the side that moved as the newer one', () => {
    expect(diffTone('live-changed', 'live')).toBe('newer');
    expect(diffTone('live-changed', 'git')).toBe('older');
    expect(diffTone('git-ahead', 'git')).toBe('newer');
    expect(diffTone('both', 'git')).toBe('plain');
    expect(diffTone('unknown', 'live')).toBe('plain');
  });
});

describe('elideCommonStart', () => {
  it('shortens two long values that share a path', () => {
    expect(
      elideCommonStart(
        'registry.acme.io/payments-api:2.14.0',
        'registry.acme.io/payments-api:2.14.1-hotfix',
      ),
    ).toEqual(['…/payments-api:2.14.0', '…/payments-api:2.14.1-hotfix']);
  });

  it.each([
    ['/healthz', '/ready'],
    ['3', '5'],
    ['a/long/and/equal/value/here', 'a/long/and/equal/value/here'],
    ['one-very-long-value-here', 'another-very-long-value'],
  ])('leaves %s and %s alone', (left, right) => {
    expect(elideCommonStart(left, right)).toEqual([left, right]);
  });
});
