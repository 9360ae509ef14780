import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { LoggerService } from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import { answerErrors, answerNotFound } from './answerErrors';

/** The path of the plugin behind the portal's port; senders find the same one here. */
const BASE_PATH = '/api/plumbline/v1';

/** Longer than a kube-apiserver pauses between two batches. */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** The sender gives up after 30 s. */
const REQUEST_TIMEOUT_MS = 25_000;

/** Where audit events are listened for beside the portal's port. */
export interface IngestListenerConfig {
  host: string;
  port: number;
  /** PEM. */
  cert: string;
  /** PEM. */
  key: string;
}

/**
 * A TLS listener that serves audit ingest and nothing else. A kube-apiserver sends its token over https only, while a
 * portal often speaks http behind a proxy that the control plane cannot reach.
 */
export class IngestListener {
  readonly #server: https.Server;
  readonly #host: string;
  readonly #port: number;
  readonly #logger: LoggerService;

  constructor(
    options: IngestListenerConfig & { routes: Router; logger: LoggerService },
  ) {
    const app = express();
    app.disable('x-powered-by');
    app.use(BASE_PATH, options.routes);
    app.use(answerNotFound);
    app.use(answerErrors(options.logger));
    this.#server = https.createServer(
      { cert: options.cert, key: options.key },
      app,
    );
    this.#server.keepAliveTimeout = KEEP_ALIVE_MS;
    this.#server.headersTimeout = HEADERS_TIMEOUT_MS;
    this.#server.requestTimeout = REQUEST_TIMEOUT_MS;
    this.#host = options.host;
    this.#port = options.port;
    this.#logger = options.logger;
  }

  /** The port it listens on; the system chooses when it was configured as 0. */
  get port(): number {
    const address = this.#server.address() as AddressInfo | null;
    return address?.port ?? this.#port;
  }

  /** @throws Error when the port is taken */
  async start(): Promise<void> {
    this.#server.listen(this.#port, this.#host);
    await once(this.#server, 'listening');
    this.#logger.info(
      `Audit events are taken on https://${this.#host}:${
        this.port
      }${BASE_PATH}/clusters/<name>/audit-events`,
    );
  }

  /** Takes no more connections. @returns when the requests in work are answered */
  async stop(): Promise<void> {
    if (!this.#server.listening) {
      return;
    }
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeIdleConnections();
    await closed;
  }
}
