import type { IgnoreRuleInput } from '@plumbline/backstage-plugin-plumbline-common';
import { assertFuture, readRuleInput } from './readRuleInput';

const input = (change: Partial<IgnoreRuleInput> = {}): IgnoreRuleInput => ({
  name: 'Scaled by hand',
  reason: 'Load test',
  path: 'spec.replicas',
  active: true,
  ...change,
});

describe('readRuleInput', () => {
  it('takes text without the space around it, and empty parts as left out', () => {
    expect(
      readRuleInput(
        input({
          name: ' Scaled ',
          path: ' spec.replicas ',
          kind: '',
          group: '',
          entityRef: 'Component:Payments-API',
          expiresAt: '2026-12-01T00:00:00Z',
        }),
        0,
      ),
    ).toEqual({
      name: 'Scaled',
      reason: 'Load test',
      path: 'spec.replicas',
      group: '',
      entityRef: 'component:default/payments-api',
      expiresAt: Date.parse('2026-12-01T00:00:00Z'),
      active: true,
    });
  });

  it.each<[string, Partial<IgnoreRuleInput>]>([
    ['name: ', { name: '  ' }],
    ['reason: ', { reason: '\n' }],
    ['pth: ', { pth: 'spec' } as Partial<IgnoreRuleInput>],
    ['entityRef: ', { entityRef: 'payments' }],
    ['expiresAt: ', { expiresAt: 'soon' }],
    ['kind: ', { kind: 'De%' }],
    ['path: not a path', { path: 'a..b' }],
    ['jsonPointer: ', { path: undefined, jsonPointer: 'spec' }],
    ['jq: ', { path: undefined, jq: '.a | keys' }],
    ['jq: ', { jq: '.a' }],
    ['path: the rule would hide every difference', { path: undefined }],
    ['path: the rule would hide every difference', { path: '*' }],
    ['path: the rule would hide every difference', { path: '*.*[*]' }],
  ])('refuses with %s', (message, change) => {
    expect(() => readRuleInput(input(change), 0)).toThrow(message);
  });

  it.each<Partial<IgnoreRuleInput>>([
    { path: undefined, kind: 'ConfigMap', objectName: 'kube-root-ca.crt' },
    { path: undefined, manager: 'kube-controller-manager' },
    { path: '*', kind: 'ConfigMap' },
    { path: 'metadata.annotations.*' },
    { path: '$resource' },
  ])('takes what is narrow enough: %j', change => {
    expect(readRuleInput(input(change), 0)).toMatchObject({ active: true });
  });
});

describe('assertFuture', () => {
  const rule = { name: '', reason: '', active: true, expiresAt: 5_000 };

  it('lets a rule end after now, not now', () => {
    expect(() => assertFuture(rule, 4_999)).not.toThrow();
    expect(() => assertFuture(rule, 5_000)).toThrow('expiresAt');
    expect(() =>
      assertFuture({ ...rule, expiresAt: undefined }, 5_000),
    ).not.toThrow();
  });
});
