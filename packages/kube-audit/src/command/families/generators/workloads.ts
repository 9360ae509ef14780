import {
  arrayAt,
  isObject,
  objectAt,
  stringAt,
  valueAt,
  type JsonObject,
} from '../../../event/json';
import type { Flag } from '../../Draft';
import { flag, hasPlainMetadata, type Generator } from './Generator';

export const deployment: Generator = (body, name) => {
  const containers = arrayAt(
    body,
    'spec',
    'template',
    'spec',
    'containers',
  ).filter(isObject);
  if (
    !hasPlainMetadata(body, { app: name }) ||
    containers.length === 0 ||
    !containers.every(isPlainContainer)
  ) {
    return undefined;
  }
  const replicas = valueAt(body, 'spec', 'replicas');
  const args = arrayAt(containers[0], 'command').map(String);
  return {
    type: 'deployment',
    flags: [
      ...containers.map(c => ['--image', String(c.image)] as Flag),
      ...(replicas === 1 ? [] : flag('--replicas', replicas)),
      ...flag('--port', valueAt(containers[0], 'ports', 0, 'containerPort')),
    ],
    argv: args.length > 0 ? args : undefined,
  };
};

function isPlainContainer(container: JsonObject): boolean {
  return (
    ![
      'env',
      'envFrom',
      'volumeMounts',
      'livenessProbe',
      'readinessProbe',
      'securityContext',
    ].some(key => Object.hasOwn(container, key)) &&
    Object.keys(objectAt(container, 'resources') ?? {}).length === 0
  );
}

export const job: Generator = (body, _name, r) => {
  const annotations = objectAt(body, 'metadata', 'annotations') ?? {};
  if (annotations['cronjob.kubernetes.io/instantiate'] === 'manual') {
    const owner = stringAt(body, 'metadata', 'ownerReferences', 0, 'name');
    return {
      type: 'job',
      flags: [['--from', owner ? `cronjob/${owner}` : '<cronjob>']],
    };
  }
  const containers = arrayAt(
    body,
    'spec',
    'template',
    'spec',
    'containers',
  ).filter(isObject);
  const command = arrayAt(containers[0], 'command').map(String);
  const plain =
    r.name !== undefined &&
    containers.length === 1 &&
    containers.every(isPlainContainer) &&
    containers[0].name === r.name;
  return plain && hasPlainMetadata(body)
    ? {
        type: 'job',
        flags: flag('--image', containers[0].image),
        argv: command.length > 0 ? command : undefined,
      }
    : undefined;
};

export const cronJob: Generator = (body, name) => {
  const containers = arrayAt(
    body,
    'spec',
    'jobTemplate',
    'spec',
    'template',
    'spec',
    'containers',
  ).filter(isObject);
  const command = arrayAt(containers[0], 'command').map(String);
  const restart = stringAt(
    body,
    'spec',
    'jobTemplate',
    'spec',
    'template',
    'spec',
    'restartPolicy',
  );
  const plain =
    containers.length === 1 &&
    containers.every(isPlainContainer) &&
    containers[0].name === name;
  return plain && hasPlainMetadata(body)
    ? {
        type: 'cronjob',
        flags: [
          ...flag('--image', containers[0].image),
          ...flag('--schedule', stringAt(body, 'spec', 'schedule')),
          ...(restart === 'OnFailure' ? [] : flag('--restart', restart)),
        ],
        argv: command.length > 0 ? command : undefined,
      }
    : undefined;
};
