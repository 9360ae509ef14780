import { resolvePath } from '../path/resolve';
import { fields, Path } from '../path/segment';
import { isMap, ownAt } from '../values/json';
import type { DriftedField, DriftedObject } from './DriftedObject';
import { startsWith } from './podTemplate';

const HANDLERS = ['exec', 'grpc', 'httpGet', 'sleep', 'tcpSocket'];

/** Of the fields of one map, only one may be set at a time. By the name of the map, or of the list that it is an item of. */
const ALTERNATIVES: Record<string, readonly string[]> = {
  backend: ['resource', 'service'],
  defaultBackend: ['resource', 'service'],
  env: ['value', 'valueFrom'],
  envFrom: ['configMapRef', 'secretRef'],
  livenessProbe: HANDLERS,
  port: ['name', 'number'],
  postStart: HANDLERS,
  preStop: HANDLERS,
  readinessProbe: HANDLERS,
  sources: [
    'clusterTrustBundle',
    'configMap',
    'downwardAPI',
    'podCertificate',
    'secret',
    'serviceAccountToken',
  ],
  startupProbe: HANDLERS,
  valueFrom: [
    'configMapKeyRef',
    'fieldRef',
    'fileKeyRef',
    'resourceFieldRef',
    'secretKeyRef',
  ],
};

const DISRUPTIONS = ['maxUnavailable', 'minAvailable'];

/** Every field of a volume but its name is a source. */
const VOLUMES = 'volumes';

/** What is live beside a field that Git wants set, and rules it out. */
export interface Rivals {
  paths: Path[];
  /** Whether applying the manifest takes them away (the patch strategy `retainKeys`). */
  areCleared: boolean;
}

/** The fields that must go for one to be set: the API server refuses to hold both. */
export function rivalsOf(
  { kind, desired, live }: Pick<DriftedObject, 'kind' | 'desired' | 'live'>,
  field: DriftedField,
): Rivals {
  const strategy = strategyRivals({ kind, desired, live }, field);
  if (strategy) {
    return strategy;
  }
  const parent = field.path.slice(0, -1);
  const last = field.path.at(-1);
  const found = resolvePath(live, parent);
  const declared = resolvePath(desired, parent);
  const isNew = field.desired !== undefined && field.live === undefined;
  if (!isNew || !last || !('field' in last) || !isMap(found)) {
    return { paths: [], areCleared: false };
  }
  const own = nameOf(parent);
  const isAlternative = alternativesIn(kind, own);
  const rivals = Object.keys(found).filter(
    name =>
      isAlternative(last.field) &&
      isAlternative(name) &&
      !(isMap(declared) && Object.hasOwn(declared, name)),
  );
  return {
    paths: rivals.map(name => [...parent, { field: name }]),
    areCleared: own === VOLUMES,
  };
}

/** Where the way to update is set, by kind, and the one type that takes settings beside it; apply takes them away or not. */
const STRATEGIES: Record<string, { map: string; areCleared: boolean }> = {
  Deployment: { map: 'strategy', areCleared: true },
  StatefulSet: { map: 'updateStrategy', areCleared: false },
};

/** The server fills in settings of rolling updates, and refuses them beside any other type. */
function strategyRivals(
  { kind, desired, live }: Pick<DriftedObject, 'kind' | 'desired' | 'live'>,
  { path, desired: type }: DriftedField,
): Rivals | undefined {
  const strategy = Object.hasOwn(STRATEGIES, kind)
    ? STRATEGIES[kind]
    : undefined;
  const parent = strategy && ['spec', strategy.map];
  const isType =
    parent !== undefined &&
    path.length === 3 &&
    startsWith(path, [...parent, 'type']);
  if (!strategy || !parent || !isType || type === 'RollingUpdate') {
    return undefined;
  }
  const isRival =
    ownAt(live, ...parent, 'rollingUpdate') !== undefined &&
    ownAt(desired, ...parent, 'rollingUpdate') === undefined;
  return {
    paths: isRival ? [fields(...parent, 'rollingUpdate')] : [],
    areCleared: strategy.areCleared,
  };
}

function alternativesIn(kind: string, own: string): (name: string) => boolean {
  if (own === VOLUMES) {
    return name => name !== 'name';
  }
  if (own === 'spec') {
    return name => kind === 'PodDisruptionBudget' && DISRUPTIONS.includes(name);
  }
  return name =>
    Object.hasOwn(ALTERNATIVES, own) && ALTERNATIVES[own].includes(name);
}

/** Of the map, or of the list that it is an item of. */
function nameOf(path: Path): string {
  const last = path.findLast(segment => 'field' in segment);
  return last && 'field' in last ? last.field : '';
}
