import { ObjectIdentity } from '../identity/ref';
import { isList, isMap, JsonValue, own, ownAt } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

/** Kinds that controllers generate; nobody declares them. */
const GENERATED_KINDS = new Set([
  'ControllerRevision',
  'EndpointSlice',
  'Endpoints',
  'Event',
  'Lease',
  'Pod',
  'PodMetrics',
  'ReplicaSet',
]);

const GENERATED_SECRET_TYPES = new Set([
  'helm.sh/release.v1',
  'kubernetes.io/service-account-token',
  'bootstrap.kubernetes.io/token',
]);

/** Why a declared object may rightly be absent; `undefined` when it may not. */
export function excusedAbsence(object: KubeObject): string | undefined {
  const annotations = ownAt(object, 'metadata', 'annotations');
  if (own(annotations, 'helm.sh/hook') !== undefined) {
    return 'Helm hook: exists only while it runs';
  }
  if (own(annotations, 'argocd.argoproj.io/hook') !== undefined) {
    return 'Argo CD hook: exists only while it runs';
  }
  if (
    own(object.metadata, 'name') === undefined &&
    own(object.metadata, 'generateName') !== undefined
  ) {
    return 'generateName: each apply makes an object of another name';
  }
  if (
    object.kind === 'Job' &&
    ownAt(object, 'spec', 'ttlSecondsAfterFinished') !== undefined
  ) {
    return 'finished Job removed after ttlSecondsAfterFinished';
  }
  return undefined;
}

/** Why an object may rightly stay that nobody declares; `undefined` when not. */
export function excusedPresence(object: KubeObject): string | undefined {
  const annotations = ownAt(object, 'metadata', 'annotations');
  return own(annotations, 'helm.sh/resource-policy') === 'keep'
    ? 'helm.sh/resource-policy: Helm leaves it when its chart no longer has it'
    : undefined;
}

/**
 * Why a live object that nobody declares is known to belong to the target;
 * `undefined` without such proof, for then it may be anybody's.
 */
export function proofOfBelonging(
  object: KubeObject,
  trackedBy: readonly string[] = [],
): string | undefined {
  const annotations = ownAt(object, 'metadata', 'annotations');
  const labels = ownAt(object, 'metadata', 'labels');
  const tracking = own(annotations, 'argocd.argoproj.io/tracking-id');
  if (typeof tracking === 'string') {
    return `Argo CD tracks it as ${tracking}`;
  }
  const flux = own(labels, 'kustomize.toolkit.fluxcd.io/name');
  if (typeof flux === 'string') {
    return `labelled as part of Flux Kustomization ${flux}`;
  }
  const fluxHelm = own(labels, 'helm.toolkit.fluxcd.io/name');
  if (typeof fluxHelm === 'string') {
    return `labelled as part of Flux HelmRelease ${fluxHelm}`;
  }
  const helm = own(annotations, 'meta.helm.sh/release-name');
  if (typeof helm === 'string') {
    return `annotated as part of Helm release ${helm}`;
  }
  const fleet = own(annotations, 'objectset.rio.cattle.io/id');
  if (typeof fleet === 'string') {
    return `part of Fleet object set ${fleet}`;
  }
  const label = trackedBy.find(text => hasLabel(labels, text));
  return label && `has label ${label}, which the entity declares`;
}

function hasLabel(labels: JsonValue | undefined, text: string): boolean {
  const [name, value] = text.split('=');
  const found = own(labels, name);
  return found !== undefined && (value === undefined || found === value);
}

/** Whether a live object is made by a controller or by the cluster itself. */
export function isGenerated(object: KubeObject, id: ObjectIdentity): boolean {
  const owners = ownAt(object, 'metadata', 'ownerReferences');
  if (isList(owners) && owners.some(owner => own(owner, 'controller'))) {
    return true;
  }
  if (GENERATED_KINDS.has(id.kind)) {
    return true;
  }
  if (id.kind === 'Secret') {
    const type = own(object, 'type');
    return typeof type === 'string' && GENERATED_SECRET_TYPES.has(type);
  }
  if (id.kind === 'ConfigMap') {
    return id.name === 'kube-root-ca.crt';
  }
  return id.kind === 'ServiceAccount' && id.name === 'default';
}

/** A whole-object annotation or label that takes an object out of comparison. */
export function exclusionOf(
  objects: Array<KubeObject | undefined>,
  options: {
    excludeAnnotations?: Record<string, string>;
    excludeLabels?: Record<string, string>;
  },
): string | undefined {
  const places = [
    ['annotation', 'annotations', options.excludeAnnotations],
    ['label', 'labels', options.excludeLabels],
  ] as const;
  for (const [word, place, wanted] of places) {
    for (const [name, value] of Object.entries(wanted ?? {})) {
      const hit = objects.some(object => {
        const map = ownAt(object, 'metadata', place);
        return isMap(map) && own(map, name) === value;
      });
      if (hit) {
        return `excluded by ${word} ${name}=${value}`;
      }
    }
  }
  return undefined;
}
