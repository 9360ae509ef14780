import { randomUUID } from 'node:crypto';
import http, { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { issueLoopbackCertificate } from '../tls/issueCertificate';
import { Fault, faultApplies } from './Fault';
import { KubernetesObject } from './KubernetesObject';
import { ObjectHistory } from './ObjectHistory';
import { BUILT_IN_RESOURCES, ResourceType } from './ResourceType';
import { answerFault } from './answerFault';
import { loopbackKubeconfig } from './loopbackKubeconfig';
import { RequestTarget, parseRequestTarget } from './requestTarget';
import { ListPages, answerRequest } from './answerRequest';
import { failure } from './statusObjects';
import { WatchStream } from './WatchStream';
import { readWatchRequest } from './readWatchRequest';
import { send, sendHalf } from './sendAnswer';

/**
 * How an {@link ApiServerDouble} is made.
 *
 * @internal
 */
export interface ApiServerDoubleOptions {
  /** Objects that are there from the start. */
  objects?: KubernetesObject[];
  /** Resources it serves; {@link BUILT_IN_RESOURCES} unless given. */
  resources?: readonly ResourceType[];
  /** Bearer token every request must carry; without it anybody may read. */
  token?: string;
  /** HTTPS with a throw-away certificate instead of HTTP. */
  tls?: boolean;
  /** What `/version` says; `v1.36.3` unless given. */
  kubernetesVersion?: string;
  /** OpenAPI v3 documents by group version, such as `apis/apps/v1`; none unless given, as if the endpoint were not there. */
  openApi?: Readonly<Record<string, object>>;
}

/**
 * A request the double has received.
 *
 * @internal
 */
export interface ReceivedRequest {
  method: string;
  /** Path and query as sent. */
  url: string;
  verb: 'get' | 'list' | 'watch' | 'discovery';
  authorization?: string;
  userAgent?: string;
  accept?: string;
}

/**
 * A small API server on loopback for tests of what reads a cluster: discovery, get, list in pages, watch with
 * bookmarks, and the ways a real one fails. It serves reads over HTTP; its objects change by {@link ApiServerDouble.put}
 * and {@link ApiServerDouble.remove}.
 *
 * @internal
 */
export class ApiServerDouble {
  readonly #history: ObjectHistory;
  readonly #resources: readonly ResourceType[];
  readonly #token?: string;
  readonly #kubernetesVersion: string;
  readonly #openApi?: Readonly<Record<string, object>>;
  readonly #server: http.Server | https.Server;
  readonly #ca?: string;
  readonly #pages: ListPages = new Map();
  readonly #watches = new Set<WatchStream>();
  readonly #requests: ReceivedRequest[] = [];
  #faults: { fault: Fault; left: number }[] = [];

  private constructor(
    options: ApiServerDoubleOptions,
    certificate?: { ca: string; cert: string; key: string },
  ) {
    this.#resources = options.resources ?? BUILT_IN_RESOURCES;
    this.#history = new ObjectHistory(this.#resources);
    this.#token = options.token;
    this.#kubernetesVersion = options.kubernetesVersion ?? 'v1.36.3';
    this.#openApi = options.openApi;
    this.#ca = certificate?.ca;
    this.#server = certificate
      ? https.createServer(certificate, this.#handle)
      : http.createServer(this.#handle);
    for (const object of options.objects ?? []) {
      this.put(object);
    }
  }

  /** Starts a double on a free port of 127.0.0.1. */
  static async start(
    options: ApiServerDoubleOptions = {},
  ): Promise<ApiServerDouble> {
    const double = new ApiServerDouble(
      options,
      options.tls ? await issueLoopbackCertificate() : undefined,
    );
    await new Promise<void>((resolve, reject) => {
      double.#server.once('error', reject);
      double.#server.listen(0, '127.0.0.1', resolve);
    });
    return double;
  }

  /** Where it listens, without a trailing slash. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#ca ? 'https' : 'http'}://127.0.0.1:${port}`;
  }

  /** The certificate authority in PEM, when it speaks TLS. */
  get ca(): string | undefined {
    return this.#ca;
  }

  /** The newest resource version. */
  get resourceVersion(): string {
    return String(this.#history.revision);
  }

  /** All requests so far, oldest first. */
  get requests(): readonly ReceivedRequest[] {
    return this.#requests;
  }

  /** How many watches are open. */
  get openWatches(): number {
    return this.#watches.size;
  }

  /** A kubeconfig (YAML) for it, with its token and certificate authority. */
  kubeconfig(): string {
    return loopbackKubeconfig({
      server: this.url,
      ca: this.#ca,
      token: this.#token,
    });
  }

  /** Creates or replaces an object; returns it as stored. Watches hear of it. */
  put(object: KubernetesObject): KubernetesObject {
    return this.#history.put(object);
  }

  /** Deletes an object; returns whether it was there. Watches hear of it. */
  remove(
    object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
  ): boolean {
    return this.#history.remove(object);
  }

  /** Makes matching requests fail from now on; the newest fault that matches decides. Returns how to end it. */
  inject(fault: Fault): () => void {
    const entry = { fault, left: fault.times ?? Infinity };
    this.#faults.unshift(entry);
    return () => {
      this.#faults = this.#faults.filter(other => other !== entry);
    };
  }

  /** Ends all faults. */
  heal(): void {
    this.#faults = [];
  }

  /** Forgets history: older watches, continue tokens and resource versions are answered 410. */
  compact(): void {
    this.#history.compact();
    this.#pages.clear();
  }

  /** Sends a bookmark to each watch that allows them. */
  sendBookmarks(): void {
    this.#watches.forEach(watch => watch.sendBookmark());
  }

  /** Ends all watches: in good order, with a 410 event, or by a connection reset. */
  endWatches(how: 'closed' | 'expired' | 'reset' = 'closed'): void {
    for (const watch of this.#watches) {
      if (how === 'expired') {
        watch.expire();
      } else if (how === 'reset') {
        watch.break();
      } else {
        watch.end();
      }
    }
  }

  /** Stops at once, cutting whatever is open. */
  async stop(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  readonly #handle = (
    request: IncomingMessage,
    response: ServerResponse,
  ): void => {
    const url = new URL(request.url ?? '/', 'http://double');
    const target = parseRequestTarget(url.pathname);
    const verb = verbOf(target, url.searchParams);
    this.#requests.push({
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      verb,
      authorization: request.headers.authorization,
      userAgent: request.headers['user-agent'],
      accept: request.headers.accept,
    });
    response.setHeader('audit-id', randomUUID());

    if (
      this.#token !== undefined &&
      request.headers.authorization !== `Bearer ${this.#token}`
    ) {
      send(response, {
        code: 401,
        body: failure(401, 'Unauthorized', 'Unauthorized'),
      });
      return;
    }
    const fault = this.#takeFault(target, verb);
    if (fault && answerFault(fault, target, verb, response)) {
      return;
    }
    const answer = answerRequest({
      target,
      query: url.searchParams,
      accept: request.headers.accept ?? '',
      history: this.#history,
      resources: this.#resources,
      kubernetesVersion: this.#kubernetesVersion,
      openApi: this.#openApi,
      pages: this.#pages,
      method: request.method ?? 'GET',
    });
    if (answer.watch) {
      this.#watch(answer.watch, url.searchParams, response);
    } else if (fault) {
      sendHalf(response, answer);
    } else {
      send(response, answer);
    }
  };

  #watch(
    scope: { type: ResourceType; namespace?: string },
    query: URLSearchParams,
    response: ServerResponse,
  ): void {
    const watch = new WatchStream(
      readWatchRequest(scope, query),
      this.#history,
      response,
    );
    this.#watches.add(watch);
    const seconds = Number(query.get('timeoutSeconds') ?? 0);
    const timer =
      seconds > 0 ? setTimeout(() => watch.end(), seconds * 1000) : undefined;
    response.on('close', () => {
      clearTimeout(timer);
      this.#watches.delete(watch);
    });
    watch.start();
  }

  #takeFault(target: RequestTarget, verb: string): Fault | undefined {
    const entry = this.#faults.find(({ fault, left }) => {
      return left > 0 && faultApplies(fault, target, verb);
    });
    if (entry) {
      entry.left -= 1;
    }
    return entry?.fault;
  }
}

function verbOf(
  target: RequestTarget,
  query: URLSearchParams,
): ReceivedRequest['verb'] {
  if (target.what === 'discovery') {
    return 'discovery';
  }
  if (['true', '1'].includes(query.get('watch') ?? '')) {
    return 'watch';
  }
  return target.what === 'resource' && target.name === undefined
    ? 'list'
    : 'get';
}
