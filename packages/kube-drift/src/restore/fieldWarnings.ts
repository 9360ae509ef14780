import { JsonValue, ownAt } from '../values/json';
import { lostKeysWarning } from './dataLoss';
import type { DriftedField, DriftedObject } from './DriftedObject';
import { isInPodTemplate, startsWith } from './podTemplate';
import type { RestoreWarning } from './RestoreInput';

/** What setting fields of an object does beside it. */
export function fieldWarnings(
  object: DriftedObject,
  fields: readonly DriftedField[],
): RestoreWarning[] {
  return [
    ...(fields.some(({ path }) => isInPodTemplate(object.kind, path))
      ? rolloutWarnings(object)
      : []),
    ...fields.flatMap(field => scaleWarnings(object, field)),
    ...podWarnings(object, fields),
    ...lostKeysWarning(object, fields),
    ...dataWarnings(object, fields),
  ];
}

function rolloutWarnings({ kind, live }: DriftedObject): RestoreWarning[] {
  if (kind === 'CronJob') {
    return [{ severity: 'info', title: 'Concerns the runs to come only' }];
  }
  if (kind !== 'Deployment' && kind !== 'StatefulSet' && kind !== 'DaemonSet') {
    return [];
  }
  const pods = podsOf(kind, live);
  if (pods === 0) {
    return [];
  }
  const strategy = ownAt(
    live,
    'spec',
    kind === 'Deployment' ? 'strategy' : 'updateStrategy',
    'type',
  );
  if (strategy === 'OnDelete') {
    return [
      {
        severity: 'info',
        title: 'Restarts no pod by itself',
        text: 'Its update strategy is OnDelete: each pod changes when it is deleted.',
      },
    ];
  }
  if (ownAt(live, 'spec', 'paused') === true) {
    return [
      {
        severity: 'info',
        title: 'Restarts no pod yet',
        text: 'The rollout is paused: pods change when it is resumed.',
      },
    ];
  }
  const title = restarts(pods);
  return [
    strategy === 'Recreate'
      ? {
          severity: 'danger',
          title,
          text: 'All at once: its strategy is Recreate.',
        }
      : { severity: 'warning', title, text: 'A rolling update.' },
  ];
}

function restarts(pods: number | undefined): string {
  if (pods === undefined) {
    return 'Restarts its pods';
  }
  return pods === 1 ? 'Restarts its pod' : `Restarts all ${pods} pods`;
}

function podsOf(kind: string, live: unknown): number | undefined {
  const count =
    kind === 'DaemonSet'
      ? ownAt(live, 'status', 'desiredNumberScheduled')
      : ownAt(live, 'spec', 'replicas');
  return typeof count === 'number' ? count : undefined;
}

function scaleWarnings(
  { kind }: DriftedObject,
  { finding, desired, live }: DriftedField,
): RestoreWarning[] {
  if (finding.path !== 'spec.replicas' || typeof desired !== 'number') {
    return [];
  }
  if (desired === 0) {
    return [
      { severity: 'danger', title: 'Scales to 0', text: 'No pod is left.' },
    ];
  }
  const fewer = numberOf(live) - desired;
  return fewer > 0
    ? [
        {
          severity: 'warning',
          title: fewer === 1 ? 'Ends 1 pod' : `Ends ${fewer} pods`,
          ...(kind === 'StatefulSet' && {
            text: 'Those with the highest ordinals go first.',
          }),
        },
      ]
    : [];
}

function numberOf(value: JsonValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function podWarnings(
  { kind, live }: DriftedObject,
  fields: readonly DriftedField[],
): RestoreWarning[] {
  if (
    kind !== 'Pod' ||
    !fields.some(({ path }) => startsWith(path, ['spec']))
  ) {
    return [];
  }
  const isDebug = fields.some(({ finding }) =>
    finding.path.startsWith('spec.ephemeralContainers'),
  );
  if (!isDebug) {
    return [{ severity: 'warning', title: 'Restarts the container' }];
  }
  return ownAt(live, 'metadata', 'ownerReferences') === undefined
    ? [
        {
          severity: 'danger',
          title: 'Nothing makes the pod anew',
          text: 'It has no controller: apply its manifest afterwards.',
        },
      ]
    : [
        {
          severity: 'warning',
          title: 'Ends the pod',
          text: 'Its controller makes a new one.',
        },
      ];
}

function dataWarnings(
  { kind }: DriftedObject,
  fields: readonly DriftedField[],
): RestoreWarning[] {
  const isData = ({ finding }: DriftedField) =>
    /^(?:data|binaryData|stringData)(?:\.|$)/.test(finding.path);
  return (kind === 'ConfigMap' || kind === 'Secret') && fields.some(isData)
    ? [
        {
          severity: 'info',
          title: 'Restarts no pod by itself',
          text: 'Pods that read it as variables see it after their next start.',
        },
      ]
    : [];
}
