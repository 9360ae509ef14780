import type { ClusterResource } from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject, ManifestObject } from '@plumbline/kube-drift';
import type { DesiredState } from '../../desired';
import type { ObservedObjectRecord, TargetRecord } from '../records';
import { kindScopes } from './kindScopes';
import { identityDigest } from './storedValue';

/** An object of a target's manifests, with its place in the cluster. */
export interface DeclaredObject {
  /** Group, kind, namespace and name: the version is no part of what an object is. */
  key: string;
  /** `apiVersion/Kind/namespace/name`, as kube-drift calls it. */
  ref: string;
  apiGroup: string;
  version: string;
  kind: string;
  /** Undefined for cluster-scoped objects. */
  namespace: string | undefined;
  /** The beginning of one, for an object that is made under another name each time (`generateName`). */
  name: string;
  manifest: ManifestObject;
  /** How the cluster serves it; undefined when it does not. */
  resource: ClusterResource | undefined;
}

/** What the place of an object depends on. */
export interface Placement {
  resources: readonly ClusterResource[];
  scopeOf: ReturnType<typeof kindScopes>;
  defaultNamespace: string;
}

/**
 * Finds the place of a manifest's object: namespaces are filled in for namespaced kinds and dropped for others.
 *
 * @returns undefined for an object without any name, which has no place
 */
export function declaredObject(
  manifest: ManifestObject,
  { resources, scopeOf, defaultNamespace }: Placement,
): DeclaredObject | undefined {
  const { apiVersion, kind } = manifest.object;
  const name =
    textOf(manifest.object, 'name') ?? textOf(manifest.object, 'generateName');
  if (name === undefined) {
    return undefined;
  }
  const [apiGroup, version] = apiVersion.includes('/')
    ? apiVersion.split('/')
    : ['', apiVersion];
  const served = resources.filter(
    resource => resource.group === apiGroup && resource.kind === kind,
  );
  // The declared version where it is served, since fields differ between versions.
  const resource =
    served.find(candidate => candidate.version === version) ?? served[0];
  const namespace =
    scopeOf(apiVersion, kind) === 'cluster'
      ? undefined
      : textOf(manifest.object, 'namespace') ?? defaultNamespace;
  return {
    key: identityDigest(apiGroup, kind, namespace ?? '', name),
    ref: [apiVersion, kind, ...(namespace ? [namespace] : []), name].join('/'),
    apiGroup,
    version,
    kind,
    namespace,
    name,
    manifest,
    resource,
  };
}

/**
 * The objects of a target whose cluster cannot be asked. Which kinds lie in no namespace is mostly not known then; the next
 * look that succeeds sets it right.
 */
export function declaredWithoutCluster(
  { objects }: Pick<DesiredState, 'objects'>,
  target: Pick<TargetRecord, 'cluster' | 'namespace'>,
): ObservedObjectRecord[] {
  const placement: Placement = {
    resources: [],
    scopeOf: kindScopes({ resources: [], stored: [], desired: objects }),
    defaultNamespace: target.namespace,
  };
  return objects.flatMap(manifest => {
    const object = declaredObject(manifest, placement);
    return object
      ? [
          {
            key: object.key,
            ref: object.ref,
            cluster: target.cluster,
            apiGroup: object.apiGroup,
            kind: object.kind,
            resource: '',
            namespace: object.namespace ?? '',
            name: object.name,
            verdict: 'unverifiable',
          },
        ]
      : [];
  });
}

function textOf(
  object: KubeObject,
  key: 'generateName' | 'name' | 'namespace',
): string | undefined {
  const value = Object.hasOwn(object.metadata, key)
    ? object.metadata[key]
    : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
