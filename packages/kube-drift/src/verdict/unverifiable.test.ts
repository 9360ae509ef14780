import { diffManifests } from '../diffManifests';
import { asLive } from '../fixtures/objects';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

function judge(desired: KubeObject, live: KubeObject) {
  const [{ verdict, reason, findings }] = diffManifests(
    [desired],
    [live],
  ).objects;
  return {
    verdict,
    reason,
    findings: findings.map(found => `${found.verdict} ${found.path}`),
  };
}

describe('values that SOPS encrypted', () => {
  const CIPHERTEXT = 'ENC[AES256_GCM,data:mHeX,iv:vUM=,tag:IroV,type:str]';
  const secret = (fields: JsonMap, more: JsonMap = {}): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'smtp', namespace: 'shop' },
    ...fields,
    ...more,
  });
  const live = asLive(secret({ data: { password: 'c2VjcmV0' } }));
  const sops = { sops: { mac: CIPHERTEXT, version: '3.9.0' } };

  it.each(['data', 'stringData'])('cannot be compared in %s', map => {
    const declared = secret({ [map]: { password: CIPHERTEXT } }, sops);
    expect(judge(declared, live)).toEqual({
      verdict: 'unverifiable',
      reason: expect.stringContaining('SOPS'),
      findings: expect.arrayContaining([
        'expected sops',
        'unverifiable data.password',
      ]),
    });
  });

  it('hide neither what stands in plain text nor what is not there', () => {
    const declared = secret(
      { data: { password: CIPHERTEXT, user: CIPHERTEXT }, type: 'mail' },
      sops,
    );
    expect(judge(declared, live)).toMatchObject({
      verdict: 'drift',
      findings: expect.arrayContaining(['drift data.user', 'drift type']),
    });
  });

  it('are plain text in a file that SOPS did not write', () => {
    const declared = secret({ data: { password: CIPHERTEXT } });
    expect(judge(declared, live)).toMatchObject({ verdict: 'drift' });
  });
});

describe('an object declared in another version than it is read in', () => {
  const autoscaler = (version: string, spec: JsonMap): KubeObject => ({
    apiVersion: `autoscaling/${version}`,
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { maxReplicas: 3, ...spec },
  });
  const declared = autoscaler('v1', { targetCPUUtilizationPercentage: 50 });

  it('is compared by the fields that both have', () => {
    expect(judge(declared, autoscaler('v2', {}))).toMatchObject({
      verdict: 'unverifiable',
      findings: ['unverifiable spec.targetCPUUtilizationPercentage'],
    });
    expect(judge(declared, autoscaler('v2', { maxReplicas: 4 }))).toMatchObject(
      { verdict: 'drift' },
    );
    expect(judge(declared, autoscaler('v1', {}))).toMatchObject({
      verdict: 'drift',
    });
  });
});

it('says of a field that no type has why it is never there', () => {
  const service = (spec: JsonMap): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec,
  });
  const [{ findings }] = diffManifests(
    [service({ Type: 'NodePort', externalName: 'x' })],
    [service({})],
  ).objects;
  expect(findings).toMatchObject([
    {
      path: 'spec.Type',
      verdict: 'drift',
      reason: expect.stringContaining('core.v1.ServiceSpec has no field'),
    },
    { path: 'spec.externalName', verdict: 'drift' },
  ]);
  expect(findings[1]).not.toHaveProperty('reason');
});
