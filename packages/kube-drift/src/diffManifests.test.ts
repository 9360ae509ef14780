import { DiffOptions } from './DiffOptions';
import { diffManifests } from './diffManifests';
import { asLive, configMap, deployment } from './fixtures/objects';
import { JsonMap } from './values/json';
import { KubeObject } from './yaml/readManifests';

function compare(
  desired: KubeObject,
  live: KubeObject | undefined,
  options?: DiffOptions,
) {
  const { objects } = diffManifests([desired], live ? [live] : null, options);
  return objects[0];
}

describe('presence', () => {
  it('is missing what was looked for and is not there', () => {
    expect(compare(configMap({}), undefined)).toMatchObject({
      verdict: 'missing',
      findings: [
        { type: 'object-missing', path: '$resource', verdict: 'drift' },
      ],
    });
  });

  it.each(['v1/ConfigMap/shop/settings', 'v1/ConfigMap', 'ConfigMap', '*'])(
    'cannot be told when %s could not be read',
    key => {
      const result = compare(configMap({}), undefined, {
        unavailable: { [key]: 'forbidden' },
      });
      expect(result).toMatchObject({
        verdict: 'unverifiable',
        reason: 'forbidden',
        findings: [{ verdict: 'unverifiable' }],
      });
    },
  );

  it('excuses hooks, generated names and finished Jobs', () => {
    const job = (metadata: JsonMap, spec: JsonMap = {}): KubeObject => ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata,
      spec,
    });
    for (const object of [
      job({ name: 'a', annotations: { 'helm.sh/hook': 'pre-install' } }),
      job({ generateName: 'a-' }),
      job({ name: 'a' }, { ttlSecondsAfterFinished: 0 }),
    ]) {
      const result = compare(object, undefined);
      expect(result.verdict).toBe('none');
      expect(result.findings[0]).toMatchObject({ verdict: 'expected' });
      expect(result.reason).toBeTruthy();
    }
  });

  it('is unexpected only with proof', () => {
    const stranger = (metadata: JsonMap) =>
      diffManifests([], [asLive(configMap({}, metadata))], {
        trackedBy: ['team=shop'],
      }).objects.map(({ verdict }) => verdict);
    expect(stranger({})).toEqual([]);
    expect(stranger({ labels: { team: 'other' } })).toEqual([]);
    expect(stranger({ labels: { team: 'shop' } })).toEqual(['unexpected']);
    expect(
      stranger({ annotations: { 'argocd.argoproj.io/tracking-id': 'x' } }),
    ).toEqual(['unexpected']);
    expect(
      stranger({
        labels: { team: 'shop' },
        ownerReferences: [{ kind: 'X', controller: true }],
      }),
    ).toEqual([]);
  });

  it('expects what Helm was told to keep', () => {
    const left = (policy: string) =>
      diffManifests(
        [],
        [
          asLive(
            configMap(
              {},
              {
                annotations: {
                  'meta.helm.sh/release-name': 'shop',
                  'helm.sh/resource-policy': policy,
                },
              },
            ),
          ),
        ],
      ).objects[0];
    expect(left('keep')).toMatchObject({
      verdict: 'none',
      reason: expect.stringContaining('resource-policy'),
      findings: [{ type: 'object-unexpected', verdict: 'expected' }],
    });
    expect(left('delete').verdict).toBe('unexpected');
  });

  it('says excluded, not in sync', () => {
    const result = compare(
      configMap({ a: 'b' }),
      configMap({ a: 'c' }, { labels: { skip: 'yes' } }),
      {
        excludeLabels: { skip: 'yes' },
      },
    );
    expect(result).toMatchObject({
      verdict: 'none',
      reason: 'excluded by label skip=yes',
      findings: [{ verdict: 'excluded' }],
    });
  });

  it('takes group, kind, namespace and name for identity, not the version', () => {
    const beta = { ...deployment(), apiVersion: 'apps/v1beta1' };
    expect(diffManifests([beta], [asLive(deployment())]).objects).toHaveLength(
      1,
    );
    const elsewhere = asLive(deployment(), { namespace: 'other' });
    expect(compare(deployment(), elsewhere).verdict).toBe('missing');
  });

  it('learns from live that a kind nobody knows has no namespace', () => {
    const object = (apiVersion: string, kind: string, namespace?: string) => ({
      apiVersion,
      kind,
      metadata: { name: 'blue', ...(namespace && { namespace }) },
    });
    const verdict = (desired: KubeObject, live: KubeObject) =>
      diffManifests([desired], [live], { namespace: 'default' }).objects[0]
        .verdict;
    const tenant = (namespace?: string) =>
      object('example.com/v1', 'Tenant', namespace);
    expect(verdict(tenant(), tenant())).toBe('none');
    expect(verdict(tenant('shop'), tenant())).toBe('none');
    expect(verdict(tenant('shop'), tenant('other'))).toBe('missing');
    const settings = object('v1', 'ConfigMap', 'shop');
    expect(verdict(settings, object('v1', 'ConfigMap'))).toBe('missing');
  });

  it('says when an object is declared twice', () => {
    const result = diffManifests(
      [configMap({ a: '1' }), configMap({ a: '2' })],
      [configMap({ a: '2' })],
    );
    expect(result.objects).toMatchObject([
      { verdict: 'none', reason: expect.stringContaining('declared 2 times') },
    ]);
  });

  it('counts everything and reports what it could not read', () => {
    const result = diffManifests(
      [configMap({ a: '1' }), deployment(), { not: 'an object' }],
      [configMap({ a: '2' })],
    );
    expect(result.summary.objects).toMatchObject({ drift: 1, missing: 1 });
    expect(result.summary.findings.drift).toBe(2);
    expect(result.errors).toHaveLength(1);
  });
});
