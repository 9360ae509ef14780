import type { KubeObject } from '@plumbline/kube-drift';
import type { WorkloadHealth } from '../../records';
import { healthOf } from './healthOf';

type Json = Record<string, unknown>;

const live = (
  kind: string,
  status: Json | undefined,
  spec: Json = {},
  generation?: number,
) =>
  ({
    apiVersion: 'v1',
    kind,
    metadata: { name: 'web', generation },
    spec,
    status,
  } as KubeObject);
const condition = (type: string, status: string, reason?: string) => ({
  conditions: [{ type, status, reason }],
});
const waiting = (reason: string) => ({
  phase: 'Running',
  containerStatuses: [{ state: { waiting: { reason } } }],
});

describe('healthOf', () => {
  it.each<[WorkloadHealth['state'], string, KubeObject]>([
    [
      'healthy',
      '3 of 3 ready',
      live('Deployment', { readyReplicas: 3 }, { replicas: 3 }),
    ],
    ['healthy', '1 of 1 ready', live('StatefulSet', { readyReplicas: 1 })],
    // Scaled to nothing, as wanted.
    [
      'healthy',
      '0 of 0 ready',
      live('Deployment', { replicas: 0 }, { replicas: 0 }),
    ],
    [
      'progressing',
      '2 of 3 ready',
      live('Deployment', { readyReplicas: 2 }, { replicas: 3 }),
    ],
    // The controller has not looked at it yet.
    [
      'progressing',
      '0 of 3 ready',
      live('Deployment', { observedGeneration: 1 }, { replicas: 3 }, 2),
    ],
    [
      'unhealthy',
      '0 of 3 ready',
      live('Deployment', { observedGeneration: 2 }, { replicas: 3 }, 2),
    ],
    [
      'unhealthy',
      '2 of 3 ready (MinimumReplicasUnavailable)',
      live(
        'Deployment',
        {
          readyReplicas: 2,
          ...condition('Available', 'False', 'MinimumReplicasUnavailable'),
        },
        { replicas: 3 },
      ),
    ],
    // A new version that never comes up, beside an old one that serves.
    [
      'unhealthy',
      '3 of 3 ready (ProgressDeadlineExceeded)',
      live(
        'Deployment',
        {
          readyReplicas: 3,
          ...condition('Progressing', 'False', 'ProgressDeadlineExceeded'),
        },
        { replicas: 3 },
      ),
    ],
    [
      'progressing',
      '1 of 2 ready',
      live('DaemonSet', { desiredNumberScheduled: 2, numberReady: 1 }),
    ],
    ['unhealthy', 'it failed', live('Job', condition('Failed', 'True'))],
    ['healthy', 'it has not failed', live('Job', { active: 1 })],
    [
      'healthy',
      'Running',
      live('Pod', { phase: 'Running', ...condition('Ready', 'True') }),
    ],
    ['healthy', 'Succeeded', live('Pod', { phase: 'Succeeded' })],
    ['progressing', 'Pending', live('Pod', { phase: 'Pending' })],
    ['progressing', 'Running', live('Pod', waiting('ContainerCreating'))],
    ['unhealthy', 'CrashLoopBackOff', live('Pod', waiting('CrashLoopBackOff'))],
    ['unhealthy', 'ErrImagePull', live('Pod', waiting('ErrImagePull'))],
    [
      'unhealthy',
      'CreateContainerConfigError',
      live('Pod', waiting('CreateContainerConfigError')),
    ],
    ['unhealthy', 'it failed', live('Pod', { phase: 'Failed' })],
  ])('is %s: %s', (state, text, object) => {
    expect(healthOf(object)).toEqual({ state, text });
  });

  it.each([
    live('ConfigMap', { readyReplicas: 1 }),
    live('Deployment', undefined),
    live('Deployment', {}),
  ])('is unknown of %j', object => {
    expect(healthOf(object)).toBeUndefined();
  });

  it.each([
    { readyReplicas: '3', conditions: 'none' },
    { conditions: [null, 'odd', { type: 'Progressing' }] },
  ])('does not stumble over %j', status => {
    expect(healthOf(live('Deployment', status))?.state).toBe('unhealthy');
  });
});
