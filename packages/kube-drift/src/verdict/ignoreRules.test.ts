import fc from 'fast-check';
import { diffManifests } from '../diffManifests';
import { asLive, configMap, container, deployment } from '../fixtures/objects';
import { IgnoreRule, InvalidIgnoreRuleError } from './ignoreRule';
import { orderIgnoreRules } from './ignoreOrder';
import { IgnoreRules } from './ignoreRules';

const ids = (rules: IgnoreRule[]) => rules.map(({ id }) => id);

describe('the order of ignore rules', () => {
  it('is application, object, age, identifier', () => {
    const rules: IgnoreRule[] = [
      { id: 'w-general', path: 'a', createdAt: '2026-01-01T00:00:00Z' },
      { id: 'w-object', path: 'a', kind: 'Deployment', name: 'web' },
      { id: 'a-general-b', scope: 'application', path: 'a' },
      { id: 'a-general-a', scope: 'application', path: 'a' },
      {
        id: 'a-general-old',
        scope: 'application',
        path: 'a',
        createdAt: '2026-01-01T00:00:00Z',
      },
      { id: 'a-kind', scope: 'application', path: 'a', kind: 'Deployment' },
      {
        id: 'a-object-new',
        scope: 'application',
        path: 'a',
        name: 'web',
        createdAt: '2026-02-01T00:00:00Z',
      },
      {
        id: 'a-object-old',
        scope: 'application',
        path: 'a',
        name: 'web',
        createdAt: '2026-01-31T23:59:59.999Z',
      },
    ];
    expect(ids(orderIgnoreRules(rules))).toEqual([
      'a-object-old',
      'a-object-new',
      'a-kind',
      'a-general-old',
      'a-general-a',
      'a-general-b',
      'w-object',
      'w-general',
    ]);
  });

  it('compares instants, not the texts of times', () => {
    const rules: IgnoreRule[] = [
      { id: 'later', path: 'a', createdAt: '2026-01-01T01:00:00+02:00' },
      { id: 'earlier', path: 'a', createdAt: '2025-12-31T22:59:59Z' },
      { id: 'same', path: 'a', createdAt: '2025-12-31T23:00:00Z' },
    ];
    expect(ids(orderIgnoreRules(rules))).toEqual(['earlier', 'later', 'same']);
  });

  it('does not depend on the order in which rules are given', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) =>
      fc.option(value, { nil: undefined });
    const rule = fc.record({
      id: fc.uuid(),
      path: fc.constant('spec'),
      scope: maybe(fc.constantFrom('application' as const, 'workspace')),
      kind: maybe(fc.constant('Deployment')),
      name: maybe(fc.constant('web')),
      createdAt: maybe(
        fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
      ),
    }) as fc.Arbitrary<IgnoreRule>;
    const rules = fc.uniqueArray(rule, { selector: ({ id }) => id });
    const shuffled = rules.chain(list =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(ids(orderIgnoreRules(other))).toEqual(
          ids(orderIgnoreRules(list)),
        );
      }),
    );
  });
});

const LIVE = asLive(deployment({ replicas: 3 }), {}, object => {
  container(object).image = 'other';
  container(object).imagePullPolicy = 'IfNotPresent';
});

const judged = (rules: IgnoreRule[], now?: string) =>
  diffManifests([deployment()], [LIVE], {
    ignoreRules: rules,
    now,
  }).objects[0].findings.map(({ path, verdict, suppression }) => ({
    path,
    verdict,
    suppression,
  }));

const IMAGE = 'spec.template.spec.containers[name=web].image';

describe('what a rule hides', () => {
  it('names the rule that hides it, with its text as it was', () => {
    const rule: IgnoreRule = {
      id: 'r1',
      title: 'By hand',
      reason: 'load test',
      path: ' spec.replicas ',
      kind: 'Deployment',
    };
    expect(judged([rule])).toEqual([
      {
        path: 'spec.replicas',
        verdict: 'ignored',
        suppression: {
          ruleId: 'r1',
          name: 'By hand',
          text: 'By hand: spec.replicas of Deployment (load test)',
          reason: 'load test',
        },
      },
      { path: IMAGE, verdict: 'drift', suppression: undefined },
    ]);
  });

  it.each([
    { path: 'spec.template.spec.containers[*].image' },
    { path: 'spec.template.spec.containers[0].image' },
    { path: 'spec.template.spec.containers[name=web]' },
    { path: 'spec.template.spec.containers[imagePullPolicy=IfNotPresent]' },
    { jsonPointer: '/spec/template/spec/containers/0/image' },
    {
      jq: '.spec.template.spec.containers[]? | select(.name == "web") | .image',
    },
    { regex: 'spec\\.template\\..*\\.image' },
    { kind: 'Deployment', name: 'web' },
  ] satisfies IgnoreRule[])('is the image by %j', rule => {
    expect(judged([rule])[1]).toMatchObject({
      path: IMAGE,
      verdict: 'ignored',
    });
  });

  it.each([
    { path: 'spec.template.spec.containers[1].image' },
    { path: 'spec.template.spec.containers[name=db].image' },
    { path: 'spec.template.spec.containers[imagePullPolicy=Always]' },
    { path: 'SPEC' },
    { path: 'spec.template.spec.containers[name=web].imag' },
    { jsonPointer: '/spec/template/spec/containers/1/image' },
    { kind: 'deployment' },
    { group: '', path: 'spec' },
    { path: '$resource' },
    { path: 'spec', manager: 'nobody' },
  ] satisfies IgnoreRule[])('is not the image by %j', rule => {
    expect(judged([rule])[1]).toMatchObject({ path: IMAGE, verdict: 'drift' });
  });

  it('ends at the instant at which the rule expires', () => {
    const rule = { path: 'spec', expires: '2026-01-01T00:00:00Z' };
    const at = (now: string) => judged([rule], now)[0].verdict;
    expect(at('2025-12-31T23:59:59.999Z')).toBe('ignored');
    expect(at('2026-01-01T00:00:00.000Z')).toBe('drift');
    expect(at('2026-01-01T00:00:00.001Z')).toBe('drift');
  });

  it.each([
    { path: '$resource' },
    { kind: 'ConfigMap', name: 'settings' },
    { kind: 'ConfigMap', path: '' },
    { name: 'settings', jsonPointer: '' },
  ] satisfies IgnoreRule[])('is an object that is not there by %j', rule => {
    const missing = diffManifests([configMap({ a: '1' })], [], {
      ignoreRules: [rule],
    });
    expect(missing.objects[0]).toMatchObject({
      verdict: 'none',
      findings: [{ type: 'object-missing', verdict: 'ignored' }],
    });
  });

  it('is no missing object by a wildcard', () => {
    const missing = diffManifests([configMap({ a: '1' })], [], {
      ignoreRules: [{ path: '*' }, { jsonPointer: '/$resource' }],
    });
    expect(missing.objects[0].verdict).toBe('missing');
  });
});

describe('a rule that cannot be understood', () => {
  it.each([
    [{}, undefined],
    [{ reason: 'all' }, undefined],
    [{ path: 'a..b' }, 'path'],
    [{ path: 'a', jq: '.a' }, 'jq'],
    [{ jsonPointer: 'a' }, 'jsonPointer'],
    [{ jq: '.a | keys' }, 'jq'],
    [{ jq: '."\\q"' }, 'jq'],
    [{ regex: '(' }, 'regex'],
    [{ regex: 'a'.repeat(1001) }, 'regex'],
    [{ regex: '[a-z]{1000}'.repeat(20) }, 'regex'],
    [{ path: 'a', expires: 'soon' }, 'expires'],
    [{ path: 'a', createdAt: 'once' }, 'createdAt'],
    [{ path: 'a', scope: 'team' as never }, 'scope'],
  ] satisfies [IgnoreRule, string | undefined][])(
    'is refused with its part: %j',
    (rule, field) => {
      let refusal: unknown;
      try {
        judged([rule]);
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(InvalidIgnoreRuleError);
      expect((refusal as InvalidIgnoreRuleError).field).toBe(field);
    },
  );

  it('is refused for a part that no rule has, rather than hide more', () => {
    const misspelt: IgnoreRule = { kind: 'Deployment' };
    Object.assign(misspelt, { paths: ['spec.replicas'] });
    expect(() => judged([misspelt])).toThrow('paths: a rule has no such part');
  });

  it('is answered in bounded time, however it is made', () => {
    const started = Date.now();
    expect(judged([{ regex: '(s+p*)+.*x' }])[0].verdict).toBe('drift');
    expect(Date.now() - started).toBeLessThan(1000);
  });
});

describe('the subject of a finding', () => {
  const findings = diffManifests([deployment()], [LIVE], {
    subjectKey: 'key',
  }).objects[0].findings;

  it('holds no value of the objects', () => {
    const text = JSON.stringify(findings.map(({ subject }) => subject));
    expect(text).not.toContain('IfNotPresent');
    expect(text).not.toContain('web:1.0');
  });

  it.each<IgnoreRule>([
    { path: 'spec' },
    { path: 'spec.template.spec.containers[0].image' },
    { path: 'spec.template.spec.containers[imagePullPolicy=IfNotPresent]' },
    { path: 'spec.template.spec.containers[imagePullPolicy=Always]' },
    { jsonPointer: '/spec/template/spec/containers/1' },
    { jq: '.spec.template.spec.containers[] | select(.name == "web")' },
    { regex: '.*image' },
    { kind: 'Deployment', name: 'web' },
    { path: 'spec.*', namespace: 'other' },
  ])('answers as the comparison does, also when stored: %j', rule => {
    const rules = new IgnoreRules([rule], { subjectKey: 'key' });
    const stored = JSON.parse(JSON.stringify(findings)) as typeof findings;
    expect(
      stored.map(({ subject }) =>
        subject && rules.find(subject) ? 'ignored' : 'drift',
      ),
    ).toEqual(judged([rule]).map(({ verdict }) => verdict));
  });
});
