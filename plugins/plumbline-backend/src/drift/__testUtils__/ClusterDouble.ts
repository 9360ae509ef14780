import {
  ClusterAccessError,
  type ClusterAccess,
  type ClusterAccessProblem,
  type ClusterGetQuery,
  type ClusterListQuery,
  type ClusterRegistry,
  type ClusterResource,
  type KnownCluster,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';

const resource = (
  group: string,
  version: string,
  kind: string,
  plural: string,
  namespaced = true,
): ClusterResource => ({
  group,
  version,
  kind,
  plural,
  namespaced,
  verbs: ['get', 'list'],
});

const RESOURCES = [
  resource('', 'v1', 'ConfigMap', 'configmaps'),
  resource('', 'v1', 'Secret', 'secrets'),
  resource('', 'v1', 'Namespace', 'namespaces', false),
  resource('apps', 'v1', 'Deployment', 'deployments'),
  resource(
    'autoscaling',
    'v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
  ),
];

/** A cluster in memory whose answers a test sets. */
export class ClusterDouble implements ClusterAccess {
  readonly kind = 'snapshot';
  readonly objects = new Map<string, KubeObject>();
  /** By plural, or `*` for every look. */
  readonly faults = new Map<string, ClusterAccessProblem>();

  constructor(readonly cluster = 'prod-eu') {}

  set(object: KubeObject): void {
    const { plural } = RESOURCES.find(({ kind }) => kind === object.kind)!;
    const { namespace, name } = object.metadata;
    this.objects.set(`${plural}/${namespace ?? ''}/${name}`, object);
  }

  delete(plural: string, namespace: string, name: string): void {
    this.objects.delete(`${plural}/${namespace}/${name}`);
  }

  async discover(): Promise<ClusterResource[]> {
    this.#fail('discovery');
    return RESOURCES.filter(({ kind }) => !this.unserved.has(kind));
  }

  /** Kinds that the server does not serve now. */
  readonly unserved = new Set<string>();
  #held?: { reached(): void; released: Promise<void> };

  async get({ plural, namespace, name }: ClusterGetQuery) {
    this.#fail(plural);
    const object = this.objects.get(`${plural}/${namespace ?? ''}/${name}`);
    if (this.#held) {
      this.#held.reached();
      await this.#held.released;
    }
    return object;
  }

  /** Answers of the looks that begin now are as things are now, and are given when they are released. */
  hold(): { reached: Promise<void>; release(): void } {
    let release = () => {};
    let reached = () => {};
    const released = new Promise<void>(resolve => (release = resolve));
    const isReached = new Promise<void>(resolve => (reached = resolve));
    this.#held = { reached, released };
    return {
      reached: isReached,
      release: () => {
        this.#held = undefined;
        release();
      },
    };
  }

  /** What asks from now on is answered at once; what was held stays so. */
  holdNoMore(): void {
    this.#held = undefined;
  }

  async list({ plural, namespace }: ClusterListQuery) {
    this.#fail(plural);
    const prefix = `${plural}/${
      namespace === undefined ? '' : `${namespace}/`
    }`;
    return {
      items: [...this.objects]
        .filter(([key]) => key.startsWith(prefix))
        .map(([, object]) => object),
    };
  }

  #fail(what: string): void {
    const problem = this.faults.get('*') ?? this.faults.get(what);
    if (problem) {
      throw new ClusterAccessError(
        this.cluster,
        problem,
        `${this.cluster}: ${problem} (${what})`,
      );
    }
  }
}

/** A registry of one double. */
export function registryOf(
  access: ClusterDouble,
  claimableNamespaces: string[] = ['payments'],
): ClusterRegistry {
  const known: KnownCluster = {
    name: access.cluster,
    access,
    claimableNamespaces,
  };
  return {
    list: async () => [known],
    get: async name => (name === access.cluster ? known : undefined),
  };
}
