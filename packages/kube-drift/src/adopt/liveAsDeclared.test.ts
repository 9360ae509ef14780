import { asLive, container, deployment, managed } from '../fixtures/objects';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { liveAsDeclared } from './liveAsDeclared';

/** What the API server fills in. */
function filledIn(object: KubeObject): void {
  Object.assign(object.spec as JsonMap, {
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    },
  });
  Object.assign(container(object), {
    imagePullPolicy: 'IfNotPresent',
    terminationMessagePath: '/dev/termination-log',
    ports: [{ containerPort: 8080, protocol: 'TCP' }],
    resources: { requests: { cpu: '1', memory: '1Gi' } },
  });
}

const BY_HAND = managed('kubectl-set', {
  'f:spec': {
    'f:template': {
      'f:spec': {
        'f:containers': {
          'k:{"name":"web"}': {
            'f:env': { 'k:{"name":"DEBUG"}': { '.': {}, 'f:name': {} } },
          },
        },
      },
    },
  },
});

describe('liveAsDeclared', () => {
  it('is the manifest where nothing differs, whatever was filled in', () => {
    const desired = deployment();
    const live = asLive(deployment(), {}, filledIn);
    expect(liveAsDeclared(desired, live)).toEqual(desired);
  });

  it('holds what differs: changed, gone, added by hand', () => {
    const live = asLive(
      deployment({ replicas: 5 }),
      { managedFields: [BY_HAND], labels: {} },
      object => {
        filledIn(object);
        Object.assign(container(object), {
          env: [
            { name: 'REGION', value: 'eu-2' },
            { name: 'LOG_LEVEL', value: 'info' },
            { name: 'DEBUG', value: '1' },
          ],
        });
      },
    );
    const wanted = deployment({ replicas: 5 });
    Object.assign(container(wanted), {
      env: [
        { name: 'LOG_LEVEL', value: 'info' },
        { name: 'REGION', value: 'eu-2' },
        { name: 'DEBUG', value: '1' },
      ],
    });
    const shown = liveAsDeclared(
      { ...deployment(), metadata: { name: 'web', labels: { app: 'web' } } },
      live,
    );
    expect(shown.spec).toEqual(wanted.spec);
    expect(shown.metadata).toEqual({ name: 'web', labels: {} });
  });

  it('changes neither side', () => {
    const desired = deployment();
    const live = asLive(deployment({ replicas: 2 }), {}, filledIn);
    const before = structuredClone([desired, live]);
    liveAsDeclared(desired, live);
    expect([desired, live]).toEqual(before);
  });

  it('is the live object where that is another one', () => {
    const live = asLive(deployment(), { name: 'api' });
    expect(liveAsDeclared(deployment(), live)).toBe(live);
  });
});
