import { JsonValue, own, ownAt } from '../../values/json';
import { KubeObject } from '../../yaml/readManifests';
import { readTarget, ScaleTarget } from './ScaleTarget';

/** Something that sets the number of replicas. */
export interface ReplicaScaler {
  target: ScaleTarget;
  /** Why it may have set this number; `undefined` when it may not. */
  reasonFor(replicas: number): string | undefined;
}

const PAUSED_AT = 'autoscaling.keda.sh/paused-replicas';

/** None or one: an autoscaler without a target scales nothing. */
export function readHpa(
  object: KubeObject,
  namespace?: string,
): ReplicaScaler[] {
  const { spec } = object;
  const target = readTarget(object, own(spec, 'scaleTargetRef'), { namespace });
  const min = count(own(spec, 'minReplicas'), 1);
  const max = count(own(spec, 'maxReplicas'), NaN);
  return target ? [rangeScaler(object, target, min, max)] : [];
}

/** KEDA: a range, a number while idle, a number while paused. */
export function readScaledObject(
  object: KubeObject,
  namespace?: string,
): ReplicaScaler[] {
  const { spec } = object;
  const target = readTarget(object, own(spec, 'scaleTargetRef'), {
    namespace,
    kind: 'Deployment',
  });
  if (!target) {
    return [];
  }
  const pausedAt = ownAt(object, 'metadata', 'annotations', PAUSED_AT);
  if (typeof pausedAt === 'string') {
    return [exactScaler(object, target, Number(pausedAt), 'paused')];
  }
  const min = count(own(spec, 'minReplicaCount'), 0);
  const max = count(own(spec, 'maxReplicaCount'), 100);
  const idle = own(spec, 'idleReplicaCount');
  return [
    rangeScaler(object, target, min, max),
    ...(idle === undefined
      ? []
      : [exactScaler(object, target, Number(idle), 'idle')]),
  ];
}

function rangeScaler(
  object: KubeObject,
  target: ScaleTarget,
  min: number,
  max: number,
): ReplicaScaler {
  return {
    target,
    reasonFor: replicas =>
      replicas >= min && replicas <= max
        ? `within ${min} to ${max} of ${nameOf(object)}`
        : undefined,
  };
}

function exactScaler(
  object: KubeObject,
  target: ScaleTarget,
  wanted: number,
  state: string,
): ReplicaScaler {
  return {
    target,
    reasonFor: replicas =>
      replicas === wanted
        ? `${wanted} while ${nameOf(object)} is ${state}`
        : undefined,
  };
}

function count(value: JsonValue | undefined, otherwise: number): number {
  return value === undefined || value === null ? otherwise : Number(value);
}

function nameOf(object: KubeObject): string {
  return `${object.kind} ${String(own(object.metadata, 'name'))}`;
}
