import {
  type ClusterAccess,
  type ClusterGetQuery,
  type ClusterList,
  type ClusterListQuery,
  type ClusterResource,
  type ClusterWatchEvent,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';
import { ACCEPT_JSON } from './accept';
import { ApiServerClient } from './ApiServerClient';
import type { ApiServerTransport } from './ApiServerTransport';
import { apiPath, isPathSegment } from './apiPath';
import { discoverResources } from './discoverResources';
import { readOpenApiPaths } from './readOpenApiPaths';
import { readList } from './readList';
import { readWatch } from './readWatch';
import { isKubeObject } from './typedObject';

const DISCOVERY_LIFETIME = 30_000;

/** Live objects as an API server gives them, through whichever transport. */
export class ApiServerClusterAccess implements ClusterAccess {
  readonly cluster: string;
  readonly kind: ClusterAccess['kind'];
  readonly #client: ApiServerClient;
  #discovery?: { until: number; resources: Promise<ClusterResource[]> };

  /** @param options - `timeout` of one request in milliseconds */
  constructor(options: {
    cluster: string;
    kind: ClusterAccess['kind'];
    transport: ApiServerTransport;
    timeout?: number;
  }) {
    this.cluster = options.cluster;
    this.kind = options.kind;
    this.#client = new ApiServerClient(options);
  }

  /** Asked anew every 30 s at most. */
  async discover(): Promise<ClusterResource[]> {
    if (!this.#discovery || this.#discovery.until < Date.now()) {
      const resources = discoverResources(this.#client);
      const entry = { until: Date.now() + DISCOVERY_LIFETIME, resources };
      this.#discovery = entry;
      resources.catch(() => {
        if (this.#discovery === entry) {
          this.#discovery = undefined;
        }
      });
    }
    return this.#discovery.resources;
  }

  async version(options: { signal?: AbortSignal } = {}): Promise<string> {
    const { gitVersion } = await this.#client.read('/version', {
      accept: ACCEPT_JSON,
      ...options,
    });
    if (typeof gitVersion !== 'string') {
      throw this.#client.error({
        problem: 'invalid-answer',
        message: '/version names no version',
      });
    }
    return gitVersion;
  }

  async openApiPaths(
    options: { signal?: AbortSignal } = {},
  ): Promise<ReadonlyMap<string, string>> {
    return readOpenApiPaths(this.#client, options);
  }

  async openApiDocument(
    path: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<object> {
    return this.#client.read(path, { accept: ACCEPT_JSON, ...options });
  }

  async get(
    query: ClusterGetQuery,
    options: { signal?: AbortSignal } = {},
  ): Promise<KubeObject | undefined> {
    this.#assertServable(query);
    if (!isPathSegment(query.namespace) || !isPathSegment(query.name)) {
      return undefined;
    }
    const look = await this.#client.look(apiPath(query), {
      accept: ACCEPT_JSON,
      signal: options.signal,
    });
    if ('absent' in look) {
      return undefined;
    }
    if ('failure' in look) {
      throw this.#client.error(look.failure);
    }
    if (!isKubeObject(look.document)) {
      throw this.#client.error({
        problem: 'invalid-answer',
        message: `${apiPath(query)} is no Kubernetes object`,
      });
    }
    return look.document;
  }

  async list(
    query: ClusterListQuery,
    options: { signal?: AbortSignal } = {},
  ): Promise<ClusterList> {
    this.#assertServable(query);
    if (!isPathSegment(query.namespace)) {
      return { items: [] };
    }
    return readList(this.#client, query, {
      signal: options.signal,
      kindOf: () => this.#kindOf(query),
    });
  }

  async watch(
    query: ClusterListQuery & { resourceVersion?: string },
    onEvent: (event: ClusterWatchEvent) => void,
    options: { signal: AbortSignal },
  ): Promise<void> {
    this.#assertServable(query);
    await readWatch(this.#client, query, onEvent, options);
  }

  /** A manifest's apiVersion is any text; it must not lead to another path. */
  #assertServable(query: ClusterListQuery): void {
    const { group, version, plural } = query;
    const parts = [...(group === '' ? [] : [group]), version, plural];
    if (!parts.every(isPathSegment)) {
      throw this.#client.error({
        problem: 'unknown-kind',
        message: `${JSON.stringify(
          parts.join('/'),
        )} is no kind that an API server can serve`,
      });
    }
  }

  async #kindOf(query: ClusterListQuery): Promise<string | undefined> {
    const resources = await this.discover();
    return resources.find(
      ({ group, version, plural }) =>
        group === query.group &&
        version === query.version &&
        plural === query.plural,
    )?.kind;
  }
}
