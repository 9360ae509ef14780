import type { KubeConfig } from '@kubernetes/client-node';
import { ClusterAccessError } from '@plumbline/backstage-plugin-plumbline-node';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import type {
  ApiServerResponse,
  ApiServerTransport,
} from './ApiServerTransport';
import { kubernetesClientNode } from './kubernetesClientNode';

/** Where the credentials come from; only the operator's configuration says so. */
export type KubeconfigSource =
  | { kind: 'file'; path: string; context?: string }
  /** The pod's own service account. */
  | { kind: 'inCluster' };

const AGENT_OPTIONS = { keepAlive: true, maxSockets: 8 };

/**
 * Speaks to the API server with the credentials of a kubeconfig or of the pod. Objects pass as they are: the client
 * library is used for authentication only, since its typed calls drop fields they do not know.
 */
export class KubeconfigTransport implements ApiServerTransport {
  readonly #cluster: string;
  readonly #source: KubeconfigSource;
  readonly #secureAgent = new https.Agent(AGENT_OPTIONS);
  readonly #plainAgent = new http.Agent(AGENT_OPTIONS);
  #loaded?: { version: number; config: KubeConfig };

  constructor(options: { cluster: string; source: KubeconfigSource }) {
    this.#cluster = options.cluster;
    this.#source = options.source;
  }

  async get(
    path: string,
    options: { accept: string; signal: AbortSignal },
  ): Promise<ApiServerResponse> {
    const config = await this.#config();
    const cluster = config.getCurrentCluster();
    if (!cluster) {
      throw this.#unusable('has no current cluster');
    }
    const server = new URL(cluster.server);
    const secure = server.protocol === 'https:';
    const request: https.RequestOptions = {
      headers: { accept: options.accept, 'accept-encoding': 'identity' },
    };
    await this.#authenticate(config, request, options.signal);
    return send(secure ? https : http, {
      ...request,
      // A proxy needs the agent that the library made for it.
      agent: agentFor(cluster.proxyUrl, request.agent, {
        own: secure ? this.#secureAgent : this.#plainAgent,
      }),
      protocol: server.protocol,
      // An IPv6 address stands in brackets in a URL, not in a request.
      hostname: server.hostname.replace(/^\[|\]$/g, ''),
      port: server.port || (secure ? 443 : 80),
      path: server.pathname.replace(/\/$/, '') + path,
      signal: options.signal,
    });
  }

  async #authenticate(
    config: KubeConfig,
    request: https.RequestOptions,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await beforeAbort(config.applyToHTTPSOptions(request), signal);
    } catch (error) {
      signal.throwIfAborted();
      throw new ClusterAccessError(
        this.#cluster,
        'unauthenticated',
        `${this.#name()} yields no credentials: ${messageOf(error)}`,
        { cause: error },
      );
    }
  }

  /** Read anew when the file has changed, so that rotated credentials need no restart. */
  async #config(): Promise<KubeConfig> {
    const version = await this.#version();
    if (this.#loaded?.version !== version) {
      this.#loaded = { version, config: this.#load() };
    }
    return this.#loaded.config;
  }

  async #version(): Promise<number> {
    if (this.#source.kind === 'inCluster') {
      return 0;
    }
    try {
      return (await stat(this.#source.path)).mtimeMs;
    } catch (error) {
      throw this.#unusable('cannot be read', error);
    }
  }

  #load(): KubeConfig {
    const config = new (kubernetesClientNode().KubeConfig)();
    const source = this.#source;
    try {
      if (source.kind === 'inCluster') {
        config.loadFromCluster();
      } else {
        config.loadFromFile(source.path);
      }
    } catch (error) {
      throw this.#unusable('cannot be read', error);
    }
    if (source.kind === 'file' && source.context !== undefined) {
      if (!config.getContextObject(source.context)) {
        throw this.#unusable(`has no context '${source.context}'`);
      }
      config.setCurrentContext(source.context);
    }
    return config;
  }

  #name(): string {
    return this.#source.kind === 'file'
      ? `kubeconfig ${this.#source.path}`
      : "the pod's service account";
  }

  #unusable(what: string, cause?: unknown): ClusterAccessError {
    const code = cause === undefined ? '' : `: ${messageOf(cause)}`;
    return new ClusterAccessError(
      this.#cluster,
      'unauthenticated',
      `${this.#name()} ${what}${code}`,
      { cause },
    );
  }
}

function agentFor(
  proxyUrl: string | undefined,
  made: https.RequestOptions['agent'],
  { own }: { own: http.Agent },
): https.RequestOptions['agent'] {
  return proxyUrl ? made : own;
}

function send(
  protocol: typeof http | typeof https,
  options: https.RequestOptions,
): Promise<ApiServerResponse> {
  return new Promise((resolve, reject) => {
    const request = protocol.get(options, response => {
      resolve({
        status: response.statusCode ?? 0,
        header: name => [response.headers[name]].flat().join(', ') || undefined,
        body: response,
      });
    });
    request.on('error', reject);
  });
}

async function beforeAbort<T>(
  promise: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Of a file error only its code: its text would repeat the path, of a parser's error nothing that is in the file. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return error.name === 'YAMLException'
    ? 'it is no valid YAML'
    : error.message.slice(0, 300);
}
