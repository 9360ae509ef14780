import type {
  ClusterAccess,
  ClusterRegistry,
  ClusterResource,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';
import { DesiredStateError } from '../DesiredStateError';

/** What controllers' objects are, and what they refer to. */
export type ControllerResource =
  | 'Application'
  | 'Kustomization'
  | 'HelmRelease'
  | 'GitRepository'
  | 'ConfigMap';

interface ResourceName {
  group: string;
  plural: string;
}

const RESOURCES: Readonly<Record<ControllerResource, ResourceName>> = {
  Application: { group: 'argoproj.io', plural: 'applications' },
  Kustomization: {
    group: 'kustomize.toolkit.fluxcd.io',
    plural: 'kustomizations',
  },
  HelmRelease: { group: 'helm.toolkit.fluxcd.io', plural: 'helmreleases' },
  GitRepository: {
    group: 'source.toolkit.fluxcd.io',
    plural: 'gitrepositories',
  },
  ConfigMap: { group: '', plural: 'configmaps' },
};

/** All entities of a round ask for the same list, milliseconds. */
const LIST_FRESH = 15_000;

/** Where an object lies. */
export interface ObjectPlace {
  namespace: string;
  name: string;
}

/** Reads the objects of GitOps controllers from the observable clusters. */
export class ControllerObjects {
  readonly #clusters: ClusterRegistry;
  readonly #now: () => number;
  readonly #lists = new Map<
    string,
    { objects: Promise<KubeObject[]>; until: number }
  >();

  constructor(options: { clusters: ClusterRegistry; now?: () => number }) {
    this.#clusters = options.clusters;
    this.#now = options.now ?? Date.now;
  }

  /** Names of the clusters that can be looked at. */
  async clusters(): Promise<string[]> {
    const known = await this.#clusters.list();
    return known.filter(({ access }) => access).map(({ name }) => name);
  }

  /**
   * @returns undefined when there is no such object, or the cluster does not serve the kind
   * @throws ClusterAccessError, or DesiredStateError when the cluster cannot be looked at by configuration
   */
  async get(
    cluster: string,
    kind: ControllerResource,
    { namespace, name }: ObjectPlace,
  ): Promise<KubeObject | undefined> {
    const access = await this.#access(cluster);
    const resource = await servedAs(access, RESOURCES[kind]);
    if (!resource) {
      return undefined;
    }
    const { group, version, plural } = resource;
    return access.get({ group, version, plural, namespace, name });
  }

  /**
   * All objects of a kind, without what only costs memory. Some seconds old at most.
   *
   * @returns nothing when the cluster does not serve the kind
   * @throws ClusterAccessError, or DesiredStateError when the cluster cannot be looked at by configuration
   */
  list(cluster: string, kind: ControllerResource): Promise<KubeObject[]> {
    const key = `${cluster}\n${kind}`;
    const known = this.#lists.get(key);
    if (known && known.until > this.#now()) {
      return known.objects;
    }
    const objects = this.#read(cluster, kind);
    this.#lists.set(key, { objects, until: this.#now() + LIST_FRESH });
    return objects;
  }

  async #read(
    cluster: string,
    kind: ControllerResource,
  ): Promise<KubeObject[]> {
    const access = await this.#access(cluster);
    const resource = await servedAs(access, RESOURCES[kind]);
    if (!resource) {
      return [];
    }
    const { group, version, plural } = resource;
    const { items } = await access.list({ group, version, plural });
    return items.map(withoutBulk);
  }

  async #access(name: string): Promise<ClusterAccess> {
    const cluster = await this.#clusters.get(name);
    if (!cluster?.access) {
      throw new DesiredStateError(
        'unreachable',
        `${name} is configured without access, so the objects of its GitOps controllers cannot be read`,
      );
    }
    return cluster.access;
  }
}

/** The preferred version comes first. */
async function servedAs(
  access: ClusterAccess,
  { group, plural }: ResourceName,
): Promise<ClusterResource | undefined> {
  const resources = await access.discover();
  return resources.find(
    resource => resource.group === group && resource.plural === plural,
  );
}

/** An Application lists all that it owns, and all that each of its syncs did. */
function withoutBulk(object: KubeObject): KubeObject {
  const { managedFields, ...metadata } = object.metadata;
  const { status } = object;
  if (typeof status !== 'object' || status === null) {
    return { ...object, metadata };
  }
  const { resources, inventory, ...kept } = status as Record<string, unknown>;
  return { ...object, metadata, status: kept } as KubeObject;
}
