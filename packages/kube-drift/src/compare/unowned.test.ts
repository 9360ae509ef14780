import { diffManifests } from '../diffManifests';
import { asLive, container, deployment, managed } from '../fixtures/objects';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

/** Applied by CI, then changed at admission: no entry lists what was added. */
function admitted(change: (copy: KubeObject) => void): KubeObject {
  const managedFields = [
    managed(
      'ci-deploy',
      {
        'f:spec': {
          'f:replicas': {},
          'f:template': {
            'f:spec': {
              'f:containers': {
                'k:{"name":"web"}': { '.': {}, 'f:image': {}, 'f:name': {} },
              },
            },
          },
        },
      },
      { operation: 'Apply' },
    ),
  ];
  return asLive(deployment(), { managedFields }, change);
}

function findings(live: KubeObject) {
  const [object] = diffManifests([deployment()], [live], {
    gitopsManagers: ['ci-deploy'],
  }).objects;
  return {
    verdict: object.verdict,
    found: object.findings.map(
      ({ type, verdict, path }) => `${verdict} ${type} ${path}`,
    ),
  };
}

const podSpec = (object: KubeObject) =>
  (object.spec as { template: { spec: JsonMap } }).template.spec;

describe('what admission adds', () => {
  it('is listed as expected, never as drift', () => {
    const live = admitted(object => {
      const spec = podSpec(object);
      (spec.containers as JsonMap[]).push({ name: 'mesh', image: 'mesh:1' });
      spec.volumes = [{ name: 'certs', emptyDir: {} }];
      spec.tolerations = [{ key: 'spot', operator: 'Exists' }];
      (container(object).env as JsonMap[]).push({ name: 'ZONE', value: 'a' });
    });
    const prefix = 'expected additive spec.template.spec';
    expect(findings(live)).toEqual({
      verdict: 'none',
      found: [
        `${prefix}.containers[name=web].env[name=ZONE]`,
        `${prefix}.containers[name=mesh]`,
        `${prefix}.volumes[name=certs]`,
        `${prefix}.tolerations`,
      ],
    });
  });

  it('leaves out defaults, and what only the status or the scheduler writes', () => {
    const live = admitted(object => {
      Object.assign(podSpec(object), {
        dnsPolicy: 'ClusterFirst',
        nodeName: 'node-1',
        securityContext: {},
      });
    });
    expect(findings(live).found).toEqual([]);
  });

  it('says nothing of objects without managed fields', () => {
    const live = asLive(deployment(), {}, object => {
      podSpec(object).hostNetwork = true;
    });
    expect(findings(live).found).toEqual([]);
  });
});
