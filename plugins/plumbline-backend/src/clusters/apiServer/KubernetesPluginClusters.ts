import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ForwardedError, ResponseError } from '@backstage/errors';
import { z } from 'zod/v3';

/** A cluster as the kubernetes backend plugin lists it. */
export interface KubernetesPluginCluster {
  name: string;
  title?: string;
  authProvider: string;
}

const answerSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      title: z.string().optional(),
      authProvider: z.string().optional(),
    }),
  ),
});

const LIFETIME = 60_000;
const TIMEOUT = 10_000;

/** The clusters that the kubernetes backend plugin knows, whichever locators it has. */
export class KubernetesPluginClusters {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  #cached?: { until: number; clusters: Promise<KubernetesPluginCluster[]> };

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * Asked anew every minute at most.
   *
   * @returns an empty list when the plugin is not installed
   * @throws ForwardedError when the plugin does not answer
   */
  async list(): Promise<KubernetesPluginCluster[]> {
    if (!this.#cached || this.#cached.until < Date.now()) {
      const clusters = this.#fetch();
      const entry = { until: Date.now() + LIFETIME, clusters };
      this.#cached = entry;
      clusters.catch(() => {
        if (this.#cached === entry) {
          this.#cached = undefined;
        }
      });
    }
    return this.#cached.clusters;
  }

  async #fetch(): Promise<KubernetesPluginCluster[]> {
    try {
      const baseUrl = await this.#discovery.getBaseUrl('kubernetes');
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      });
      const response = await fetch(`${baseUrl}/clusters`, {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (response.status === 404) {
        await response.body?.cancel();
        return [];
      }
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const { items } = answerSchema.parse(await response.json());
      return items.map(({ name, title, authProvider = '' }) => ({
        name,
        title,
        authProvider,
      }));
    } catch (error) {
      throw new ForwardedError(
        'The kubernetes plugin did not list its clusters',
        error,
      );
    }
  }
}
