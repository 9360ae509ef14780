import { DiffOptions } from '../DiffOptions';
import { diffManifests } from '../diffManifests';
import {
  asLive,
  configMap,
  container,
  deployment,
  managed,
} from '../fixtures/objects';
import { KubeObject } from '../yaml/readManifests';
import { importArgoIgnoreDifferences } from './argoIgnoreDifferences';
import { InvalidIgnoreRuleError } from './ignoreRule';
import { parseJqPath } from './jqPath';
import { previewIgnoreRule } from './previewIgnoreRule';

const hpa = (min: number, max: number, target = 'web'): KubeObject => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    minReplicas: min,
    maxReplicas: max,
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
  },
});

const scaledBy = (manager: string) =>
  asLive(deployment({ replicas: 3 }), {
    managedFields: [
      managed(
        manager,
        { 'f:spec': { 'f:replicas': {} } },
        { subresource: 'scale' },
      ),
    ],
  });

function verdicts(live: KubeObject, options: DiffOptions) {
  const [{ findings, verdict }] = diffManifests(
    [deployment()],
    [live],
    options,
  ).objects;
  return [verdict, ...findings.map(finding => finding.verdict)];
}

describe('expected differences', () => {
  it('are replicas within the range of an autoscaler', () => {
    const live = scaledBy('kube-controller-manager');
    expect(verdicts(live, { context: [hpa(2, 4)] })).toEqual([
      'none',
      'expected',
    ]);
    expect(verdicts(live, { context: [hpa(4, 9)] })).toEqual([
      'drift',
      'drift',
    ]);
    expect(verdicts(live, { context: [hpa(2, 4, 'db')] })).toEqual([
      'drift',
      'drift',
    ]);
    expect(verdicts(live, {})).toEqual(['drift', 'drift']);
  });

  it('are not what a person scaled, be it within the range', () => {
    expect(verdicts(scaledBy('kubectl'), { context: [hpa(2, 4)] })).toEqual([
      'drift',
      'drift',
    ]);
  });

  it('are tags resolved to their digest', () => {
    const live = asLive(deployment(), {}, object => {
      container(object).image =
        'registry.example.com/web:1.0@sha256:0123456789abcdef';
    });
    expect(verdicts(live, {})).toEqual(['none', 'expected']);
  });

  it('are paths that two renderings do not agree on', () => {
    const live = asLive(deployment({ replicas: 3 }));
    expect(verdicts(live, { unstablePaths: ['spec.replicas'] })).toEqual([
      'none',
      'expected',
    ]);
  });

  it.each([
    ['apps/v1/Deployment/shop/web', 'expected'],
    ['apps/v1/Deployment/web', 'expected'],
    ['apps/v1/Deployment/shop/other', 'drift'],
    ['apps/v1/Deployment/other/web', 'drift'],
    ['apps/v1/StatefulSet/shop/web', 'drift'],
  ])('are such paths of the same object: %s', (ref, verdict) => {
    const live = asLive(deployment({ replicas: 3 }));
    expect(
      verdicts(live, { unstablePaths: [{ ref, path: 'spec.replicas' }] })[1],
    ).toBe(verdict);
  });

  it('are the marks by which a GitOps controller knows its objects', () => {
    const tracked = (manager: string) =>
      asLive(deployment(), {
        annotations: {
          'argocd.argoproj.io/tracking-id': 'web:apps/Deployment:shop/web',
        },
        managedFields: [
          managed(
            manager,
            {
              'f:metadata': {
                'f:annotations': { 'f:argocd.argoproj.io/tracking-id': {} },
              },
            },
            { operation: 'Apply' },
          ),
        ],
      });
    expect(verdicts(tracked('argocd-controller'), {})).toEqual([
      'none',
      'expected',
    ]);
    expect(verdicts(tracked('kubectl'), {})).toEqual(['drift', 'drift']);
  });
});

describe('ignore rules', () => {
  const live = asLive(deployment({ replicas: 3 }));
  const ignored = (options: DiffOptions) => verdicts(live, options)[1];

  it.each<DiffOptions>([
    { ignore: ['spec.replicas'] },
    { ignore: ['spec'] },
    { ignoreWildcard: ['spec.*'] },
    { ignoreJsonPointers: ['/spec/replicas'] },
    { ignoreJq: ['.spec.replicas'] },
    { ignoreRegex: ['spec\\.rep.*'] },
    {
      ignoreRules: [
        { path: 'spec.replicas', kind: 'Deployment', group: 'apps' },
      ],
    },
  ])('hide what they cover: %j', options => {
    expect(ignored(options)).toBe('ignored');
  });

  it.each<DiffOptions>([
    { ignore: ['spec.rep'] },
    { ignoreRules: [{ path: 'spec.replicas', kind: 'StatefulSet' }] },
    { ignoreRules: [{ path: 'spec.replicas', name: 'db' }] },
    { ignoreRules: [{ path: 'spec.replicas', namespace: 'other' }] },
    { ignoreManagers: ['kubectl'] },
    {
      ignoreRules: [{ path: 'spec.replicas', expires: '2026-01-01T00:00:00Z' }],
      now: '2026-01-01T00:00:00Z',
    },
  ])('hide nothing else: %j', options => {
    expect(ignored(options)).toBe('drift');
  });

  it('say which rule it was, the more specific first', () => {
    const [{ findings }] = diffManifests([deployment()], [live], {
      ignoreRules: [
        { path: 'spec', reason: 'general' },
        { path: 'spec', name: 'web', reason: 'specific' },
      ],
    }).objects;
    expect(findings[0].reason).toContain('specific');
  });

  it('find a container by its position', () => {
    const other = asLive(deployment(), {}, object => {
      container(object).image = 'other';
    });
    expect(
      verdicts(other, {
        ignoreJsonPointers: ['/spec/template/spec/containers/0/image'],
      }),
    ).toEqual(['none', 'ignored']);
  });

  it.each([
    { ignore: ['a..b'] },
    { ignoreRegex: ['('] },
    { ignoreRules: [{}] },
    { ignoreJq: ['.a | keys'] },
  ])('are refused when nobody understands them: %j', options => {
    expect(() => ignored(options)).toThrow(InvalidIgnoreRuleError);
  });

  it('show beforehand what they would hide', () => {
    const two = [asLive(deployment({ replicas: 3 })), configMap({ a: '2' })];
    const hidden = previewIgnoreRule(
      { path: 'spec.replicas', reason: 'scaled by hand' },
      [deployment(), configMap({ a: '1' })],
      two,
    );
    expect(hidden).toMatchObject([
      {
        ref: 'apps/v1/Deployment/shop/web',
        finding: { path: 'spec.replicas', verdict: 'ignored' },
      },
    ]);
  });
});

describe('jq paths', () => {
  it('are read when they only name places', () => {
    expect(
      parseJqPath(
        '.spec.containers[] | select(.name == "web") | .env[0]."a.b"',
      ),
    ).toEqual({
      pattern: [
        { field: 'spec' },
        { field: 'containers' },
        { key: { name: 'web' } },
        { field: 'env' },
        { index: 0 },
        { field: 'a.b' },
      ],
    });
  });

  it.each(['.', '', '.a | keys', 'del(.a)', '.a | select(.b == "c")', '..'])(
    'are refused with a message otherwise: %s',
    text => {
      expect(parseJqPath(text)).toEqual({ message: expect.any(String) });
    },
  );
});

describe('Argo CD ignoreDifferences', () => {
  it('become rules, or are refused by name', () => {
    const { rules, refused } = importArgoIgnoreDifferences([
      {
        group: 'apps',
        kind: 'Deployment',
        jsonPointers: ['/spec/replicas'],
        jqPathExpressions: ['.spec.template', '.a | length'],
        managedFieldsManagers: ['kube-controller-manager'],
      },
    ]);
    expect(rules).toHaveLength(3);
    expect(rules[0]).toMatchObject({ group: 'apps', kind: 'Deployment' });
    expect(refused).toEqual([expect.stringContaining('.a | length')]);
    expect(
      verdicts(asLive(deployment({ replicas: 3 })), { ignoreRules: rules }),
    ).toEqual(['none', 'ignored']);
  });
});
