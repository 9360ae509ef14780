import { ObjectIdentity } from '../identity/ref';
import { groupOf } from '../schema/registry';
import { JsonValue, own, ownAt } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

interface Scaler {
  kind: string;
  name: string;
  namespace?: string;
  target: { group?: string; kind: string; name: string };
  min: number;
  max: number;
}

/** The autoscalers in sight, and what they excuse. */
export class Autoscalers {
  readonly #horizontal: Scaler[];
  readonly #vertical: Scaler[];

  /** @param namespace - for objects that name none */
  constructor(objects: readonly KubeObject[], namespace?: string) {
    const read = (kinds: Record<string, Reader>) =>
      objects.flatMap(object => {
        const reader = Object.hasOwn(kinds, object.kind)
          ? kinds[object.kind]
          : undefined;
        const scaler = reader?.(object, namespace);
        return scaler ? [scaler] : [];
      });
    this.#horizontal = read({
      HorizontalPodAutoscaler: readHpa,
      ScaledObject: readKeda,
    });
    this.#vertical = read({ VerticalPodAutoscaler: readVpa });
  }

  /** Why this number of replicas is as it should be. */
  replicasReason(
    identity: ObjectIdentity,
    replicas: JsonValue | undefined,
  ): string | undefined {
    const count = Number(replicas);
    const scaler = this.#horizontal.find(
      candidate =>
        aimsAt(candidate, identity) &&
        count >= candidate.min &&
        count <= candidate.max,
    );
    return (
      scaler &&
      `within ${scaler.min} to ${scaler.max} of ${scaler.kind} ${scaler.name}`
    );
  }

  /** Why resources may differ from those declared. */
  resourcesReason(identity: ObjectIdentity): string | undefined {
    const scaler = this.#vertical.find(candidate =>
      aimsAt(candidate, identity),
    );
    return scaler && `set by ${scaler.kind} ${scaler.name}`;
  }
}

type Reader = (object: KubeObject, namespace?: string) => Scaler | undefined;

function readHpa(object: KubeObject, namespace?: string): Scaler | undefined {
  return readScaler(object, namespace, {
    ref: ownAt(object, 'spec', 'scaleTargetRef'),
    min: ownAt(object, 'spec', 'minReplicas') ?? 1,
    max: ownAt(object, 'spec', 'maxReplicas'),
  });
}

function readKeda(object: KubeObject, namespace?: string): Scaler | undefined {
  return readScaler(object, namespace, {
    ref: ownAt(object, 'spec', 'scaleTargetRef'),
    min:
      ownAt(object, 'spec', 'idleReplicaCount') ??
      ownAt(object, 'spec', 'minReplicaCount') ??
      0,
    max: ownAt(object, 'spec', 'maxReplicaCount') ?? 100,
    defaultKind: 'Deployment',
  });
}

function readVpa(object: KubeObject, namespace?: string): Scaler | undefined {
  const mode = ownAt(object, 'spec', 'updatePolicy', 'updateMode');
  return mode === 'Off'
    ? undefined
    : readScaler(object, namespace, {
        ref: ownAt(object, 'spec', 'targetRef'),
        min: 0,
        max: 0,
      });
}

function readScaler(
  object: KubeObject,
  namespace: string | undefined,
  spec: {
    ref: JsonValue | undefined;
    min: JsonValue;
    max: JsonValue | undefined;
    defaultKind?: string;
  },
): Scaler | undefined {
  const kind = own(spec.ref, 'kind') ?? spec.defaultKind;
  const name = own(spec.ref, 'name');
  if (typeof kind !== 'string' || typeof name !== 'string') {
    return undefined;
  }
  const apiVersion = own(spec.ref, 'apiVersion');
  const where = own(object.metadata, 'namespace') ?? namespace;
  return {
    kind: object.kind,
    name: String(own(object.metadata, 'name')),
    ...(typeof where === 'string' && { namespace: where }),
    target: {
      ...(typeof apiVersion === 'string' && { group: groupOf(apiVersion) }),
      kind,
      name,
    },
    min: Number(spec.min),
    max: Number(spec.max),
  };
}

function aimsAt(scaler: Scaler, identity: ObjectIdentity): boolean {
  const { target } = scaler;
  return (
    target.kind === identity.kind &&
    target.name === identity.name &&
    (scaler.namespace ?? identity.namespace) === identity.namespace &&
    (target.group === undefined ||
      target.group === groupOf(identity.apiVersion))
  );
}
