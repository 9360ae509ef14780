import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ClusterAccessError } from '@plumbline/backstage-plugin-plumbline-node';
import type {
  ApiServerResponse,
  ApiServerTransport,
} from './ApiServerTransport';
import type { KubernetesPluginClusters } from './KubernetesPluginClusters';

/** Clusters whose credentials a signed-in user brings; the backend on its own has none. */
const CLIENT_SIDE_AUTH: readonly string[] = ['oidc', 'google', 'aks'];

/** Speaks to the API server through the proxy of the kubernetes backend plugin, with the backend's own identity. */
export class KubernetesPluginTransport implements ApiServerTransport {
  readonly #cluster: string;
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #clusters: KubernetesPluginClusters;

  constructor(options: {
    cluster: string;
    auth: AuthService;
    discovery: DiscoveryService;
    clusters: KubernetesPluginClusters;
  }) {
    this.#cluster = options.cluster;
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#clusters = options.clusters;
  }

  async get(
    path: string,
    options: { accept: string; signal: AbortSignal },
  ): Promise<ApiServerResponse> {
    await this.#assertObservable();
    const baseUrl = await this.#discovery.getBaseUrl('kubernetes');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const response = await fetch(`${baseUrl}/proxy${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        'Backstage-Kubernetes-Cluster': this.#cluster,
        accept: options.accept,
        // Compressed, a watch would be held back until it ends.
        'accept-encoding': 'identity',
      },
      redirect: 'manual',
      signal: options.signal,
    });
    const type = response.headers.get('content-type') ?? '';
    if (response.status === 404 && type.startsWith('text/html')) {
      await response.body?.cancel();
      throw this.#unreachable('the kubernetes backend plugin is not installed');
    }
    return {
      status: response.status,
      header: name => response.headers.get(name) ?? undefined,
      body: response.body ?? emptyBody(),
    };
  }

  async #assertObservable(): Promise<void> {
    const known = await this.#clusters.list();
    const cluster = known.find(({ name }) => name === this.#cluster);
    if (!cluster) {
      throw this.#unreachable(
        `the kubernetes plugin has no cluster named '${this.#cluster}'`,
      );
    }
    if (CLIENT_SIDE_AUTH.includes(cluster.authProvider)) {
      throw new ClusterAccessError(
        this.#cluster,
        'unauthenticated',
        `the kubernetes plugin signs in to this cluster as the user (auth provider '${cluster.authProvider}'), ` +
          'so it is not observable from the backend; give it a service account, or access: kubeconfig in plumbline.clusters',
      );
    }
  }

  #unreachable(message: string): ClusterAccessError {
    return new ClusterAccessError(this.#cluster, 'unreachable', message);
  }
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
