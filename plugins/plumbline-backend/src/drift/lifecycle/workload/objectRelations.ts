import type { KubeObject } from '@plumbline/kube-drift';
import { isRecord, recordAt, textAt } from './reading';

/** An object as another one names it. */
export interface ObjectName {
  kind: string;
  name: string;
}

/** What an object says of others in its namespace. */
export interface ObjectRelations {
  /** Objects that it names: volumes, environment, service account, what an autoscaler scales, what an Ingress routes to. */
  names: ObjectName[];
  /** Labels of the pods that it makes; undefined when it makes none. */
  podLabels?: Record<string, string>;
  /** Labels of the pods that it picks; undefined when it picks none. */
  selector?: Record<string, string>;
}

const NO_RELATIONS: ObjectRelations = { names: [] };

/** Reads from a declared object which others it names, makes and picks. */
export function relationsOf(object: KubeObject): ObjectRelations {
  const spec = recordAt(object, 'spec');
  if (!spec) {
    return NO_RELATIONS;
  }
  switch (object.kind) {
    case 'HorizontalPodAutoscaler':
    case 'ScaledObject':
      return { names: nameIn(recordAt(spec, 'scaleTargetRef'), 'Deployment') };
    case 'VerticalPodAutoscaler':
      return { names: nameIn(recordAt(spec, 'targetRef'), 'Deployment') };
    case 'Service':
      return { names: [], selector: labelsIn(recordAt(spec, 'selector')) };
    case 'PodDisruptionBudget':
      return {
        names: [],
        selector: labelsIn(recordAt(spec, 'selector', 'matchLabels')),
      };
    case 'NetworkPolicy':
      return {
        names: [],
        selector: labelsIn(recordAt(spec, 'podSelector', 'matchLabels')),
      };
    case 'Ingress':
      return { names: serviceNames(spec) };
    default:
      return podRelations(object, spec);
  }
}

function podRelations(
  object: KubeObject,
  spec: Record<string, unknown>,
): ObjectRelations {
  const template =
    object.kind === 'Pod'
      ? object
      : recordAt(spec, 'template') ??
        recordAt(spec, 'jobTemplate', 'spec', 'template');
  const pod = recordAt(template, 'spec');
  return pod
    ? {
        names: podNames(pod),
        podLabels: labelsIn(recordAt(template, 'metadata', 'labels')) ?? {},
      }
    : NO_RELATIONS;
}

/** Keys under which a pod names an object, with where its name stands. */
const POD_KEYS: Record<string, [kind: string, field: string]> = {
  configMapKeyRef: ['ConfigMap', 'name'],
  configMapRef: ['ConfigMap', 'name'],
  configMap: ['ConfigMap', 'name'],
  secretKeyRef: ['Secret', 'name'],
  secretRef: ['Secret', 'name'],
  secret: ['Secret', 'secretName'],
  persistentVolumeClaim: ['PersistentVolumeClaim', 'claimName'],
};

function podNames(pod: Record<string, unknown>): ObjectName[] {
  const found: ObjectName[] = [];
  collect(pod, (key, value) => {
    const known = Object.hasOwn(POD_KEYS, key) ? POD_KEYS[key] : undefined;
    const name = known && (textAt(value, known[1]) ?? textAt(value, 'name'));
    if (known && name !== undefined) {
      found.push({ kind: known[0], name });
    }
  });
  const account = textAt(pod, 'serviceAccountName');
  return distinct(
    account === undefined
      ? found
      : [...found, { kind: 'ServiceAccount', name: account }],
  );
}

function serviceNames(spec: Record<string, unknown>): ObjectName[] {
  const found: ObjectName[] = [];
  collect(spec, (key, value) => {
    const name = key === 'service' ? textAt(value, 'name') : undefined;
    if (name !== undefined) {
      found.push({ kind: 'Service', name });
    }
  });
  return distinct(found);
}

function nameIn(
  reference: Record<string, unknown> | undefined,
  defaultKind: string,
): ObjectName[] {
  const name = textAt(reference, 'name');
  return name === undefined
    ? []
    : [{ kind: textAt(reference, 'kind') ?? defaultKind, name }];
}

function labelsIn(
  labels: Record<string, unknown> | undefined,
): Record<string, string> | undefined {
  const entries = Object.entries(labels ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function collect(
  value: unknown,
  visit: (key: string, value: unknown) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach(item => collect(item, visit));
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      visit(key, item);
      collect(item, visit);
    }
  }
}

function distinct(names: ObjectName[]): ObjectName[] {
  const known = new Map(names.map(one => [`${one.kind}/${one.name}`, one]));
  return [...known.values()];
}
