import { findingFixture } from '@plumbline/backstage-plugin-plumbline-react/testUtils';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { fieldsOf, objectsOf, servicesOf } from './describeRule';
import {
  draftOfFinding,
  draftOfRule,
  draftProblems,
  EMPTY_DRAFT,
  toPreviewInput,
  toRuleInput,
} from './ruleDraft';
import { expiryChoices, expiryOf, expiryProblem } from './ruleExpiry';
import { widerPaths } from './widerPaths';

describe('widerPaths', () => {
  it('goes from the path itself to what holds it', () => {
    expect(widerPaths('spec.template.spec.containers[name=web].image')).toEqual(
      [
        'spec.template.spec.containers[name=web].image',
        'spec.template.spec.containers[*].image',
        'spec.template.spec.containers[*]',
        'spec.template.spec.containers',
        'spec.template.spec',
        'spec.template',
      ],
    );
  });

  it('takes a key with dots for one step', () => {
    expect(widerPaths('metadata.annotations.example.com/owner')).toEqual([
      'metadata.annotations.example.com/owner',
      'metadata.annotations',
    ]);
  });

  it('leaves the whole object alone', () => {
    expect(widerPaths('$resource')).toEqual(['$resource']);
    expect(widerPaths('spec.replicas')).toEqual(['spec.replicas']);
  });

  it('ends, and never repeats itself', () => {
    fc.assert(
      fc.property(fc.string(), path => {
        const paths = widerPaths(path);
        expect(new Set(paths).size).toBe(paths.length);
        expect(paths[0]).toBe(path);
      }),
    );
  });
});

describe('a rule while it is written', () => {
  const draft = draftOfFinding(findingFixture(), 'component:default/cart');

  it('begins with just the finding', () => {
    expect(toRuleInput({ ...draft, reason: ' an HPA is coming ' })).toEqual({
      name: 'Deployment/payments-api spec.replicas',
      reason: 'an HPA is coming',
      entityRef: 'component:default/cart',
      group: 'apps',
      kind: 'Deployment',
      namespace: 'payments',
      objectName: 'payments-api',
      path: 'spec.replicas',
      active: true,
    });
  });

  it('says what is missing', () => {
    expect(draftProblems(EMPTY_DRAFT)).toEqual({
      name: expect.any(String),
      reason: expect.any(String),
      entityRef: expect.any(String),
      pattern: expect.any(String),
    });
    expect(draftProblems({ ...draft, reason: 'known' })).toEqual({});
    expect(
      draftProblems({ ...draft, reason: 'known', notation: 'none' }),
    ).toEqual({ manager: expect.any(String) });
  });

  it('can be previewed before it has a reason, not before it has fields', () => {
    expect(toPreviewInput(draft)).toMatchObject({ path: 'spec.replicas' });
    expect(toPreviewInput(EMPTY_DRAFT)).toBeUndefined();
  });

  it('comes back as it was', () => {
    const rule = toRuleInput({
      ...draft,
      reason: 'known',
      notation: 'jq',
      pattern: '.spec.replicas',
      scope: 'portal',
    });
    expect(toRuleInput(draftOfRule(rule))).toEqual(rule);
  });

  it('keeps its end to the second until somebody chooses another', () => {
    const rule = {
      ...toRuleInput({ ...draft, reason: 'known' }),
      expiresAt: '2026-11-20T15:00:00.000Z',
    };
    const edited = draftOfRule(rule);
    expect(draftProblems(edited)).toEqual({});
    expect(toRuleInput({ ...edited, name: 'better' }).expiresAt).toBe(
      rule.expiresAt,
    );
    expect(
      toRuleInput({ ...edited, expiry: 'never' }).expiresAt,
    ).toBeUndefined();
  });
});

describe('expiry', () => {
  const now = DateTime.fromISO('2026-11-21T10:20:30Z', { zone: 'utc' });

  it('counts days, or goes to the end of a day', () => {
    expect(expiryOf('never', '', now)).toBeUndefined();
    expect(expiryOf('week', '', now)).toBe('2026-11-28T10:00:00.000Z');
    expect(
      DateTime.fromISO(expiryOf('date', '2026-12-01', now) ?? '').toISODate(),
    ).toBe('2026-12-01');
  });

  it('offers the end that a rule has, and says when that is over', () => {
    expect(expiryChoices(undefined, now)[0].value).toBe('never');
    expect(expiryChoices('2026-11-22T15:00:00Z', now)[0]).toEqual({
      value: 'kept',
      label: 'Until 22 Nov 15:00',
    });
    expect(expiryChoices('2026-11-20T15:00:00Z', now)[0].label).toBe(
      'Ended 20 Nov 15:00',
    );
  });

  it('refuses a day that is over', () => {
    expect(expiryProblem('date', '2026-11-19', now)).toBe('The day is over');
    expect(expiryProblem('date', '', now)).toBe('Choose the last day');
    expect(expiryProblem('date', '2026-11-22', now)).toBeUndefined();
    expect(expiryProblem('month', '', now)).toBeUndefined();
  });
});

describe('a rule in words', () => {
  it('names objects and fields', () => {
    expect(objectsOf({})).toBe('any kind');
    expect(
      objectsOf({ kind: 'Deployment', objectName: 'web', namespace: 'shop' }),
    ).toBe('Deployment/web in shop');
    expect(fieldsOf({ path: 'spec.replicas', manager: 'vpa' })).toBe(
      'spec.replicas written by vpa',
    );
    expect(fieldsOf({})).toBe('all fields');
  });

  it('names the first services', () => {
    expect(servicesOf(['a', 'b'])).toBe('a, b');
    expect(servicesOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe(
      'a, b, c, d, e and 2 more',
    );
  });
});
