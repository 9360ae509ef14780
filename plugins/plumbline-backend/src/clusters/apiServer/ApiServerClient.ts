import { ClusterAccessError } from '@plumbline/backstage-plugin-plumbline-node';
import { setTimeout as delay } from 'node:timers/promises';
import { Slots } from '../../concurrency/Slots';
import type {
  ApiServerResponse,
  ApiServerTransport,
} from './ApiServerTransport';
import { failureOfAnswer, saysObjectIsAbsent } from './failureOfAnswer';
import { failureOfError } from './failureOfError';
import { isJsonObject, parseJson } from './json';
import type { LookFailure } from './LookFailure';
import { readBody } from './readBody';
import { retryDelay } from './retryDelay';

/** What one request brought: a document, nothing (the object is not there), or a reason. */
export type Look =
  | { document: Record<string, unknown> }
  | { absent: true }
  | { failure: LookFailure };

const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;
const CONCURRENT_REQUESTS = 5;

/** Asks the API server of one cluster: bounded in number, bytes and time, and again where that helps. */
export class ApiServerClient {
  readonly cluster: string;
  readonly #transport: ApiServerTransport;
  readonly #timeout: number;
  readonly #slots = new Slots(CONCURRENT_REQUESTS);

  /** @param options - `timeout` of one request in milliseconds, 30,000 unless given */
  constructor(options: {
    cluster: string;
    transport: ApiServerTransport;
    timeout?: number;
  }) {
    this.cluster = options.cluster;
    this.#transport = options.transport;
    this.#timeout = options.timeout ?? 30_000;
  }

  /** Reads one document. Rejects only when `signal` aborts. */
  async look(
    path: string,
    options: { accept: string; signal?: AbortSignal },
  ): Promise<Look> {
    for (let retries = 0; ; retries += 1) {
      const look = await this.#slots.run(() => this.#once(path, options));
      if (!('failure' in look)) {
        return look;
      }
      const wait = retryDelay(look.failure, retries, Math.random());
      if (wait === undefined) {
        return look;
      }
      await delay(wait, undefined, { signal: options.signal });
    }
  }

  /** The document of a look that cannot be absent. @throws ClusterAccessError */
  async read(
    path: string,
    options: { accept: string; signal?: AbortSignal },
  ): Promise<Record<string, unknown>> {
    const look = await this.look(path, options);
    if ('document' in look) {
      return look.document;
    }
    throw this.error(
      'failure' in look
        ? look.failure
        : { problem: 'unknown-kind', message: `${path} is not served` },
    );
  }

  /**
   * Opens an answer that has no end. The time limit holds for its beginning only.
   *
   * @throws ClusterAccessError
   */
  async open(
    path: string,
    options: { accept: string; signal: AbortSignal },
  ): Promise<ApiServerResponse> {
    const start = new AbortController();
    const timer = setTimeout(
      () => start.abort(new DOMException('timeout', 'TimeoutError')),
      this.#timeout,
    );
    const signal = AbortSignal.any([options.signal, start.signal]);
    try {
      const response = await this.#transport.get(path, {
        accept: options.accept,
        signal,
      });
      if (response.status !== 200) {
        throw this.error(await this.#refused(response));
      }
      return response;
    } catch (error) {
      options.signal.throwIfAborted();
      throw error instanceof ClusterAccessError
        ? error
        : this.error(this.#broken(signal.reason ?? error, 'connect'));
    } finally {
      clearTimeout(timer);
    }
  }

  error(failure: Pick<LookFailure, 'problem' | 'message' | 'cause'>) {
    return new ClusterAccessError(
      this.cluster,
      failure.problem,
      failure.message,
      { cause: failure.cause },
    );
  }

  async #once(
    path: string,
    options: { accept: string; signal?: AbortSignal },
  ): Promise<Look> {
    const timeout = AbortSignal.timeout(this.#timeout);
    const signal = options.signal
      ? AbortSignal.any([options.signal, timeout])
      : timeout;
    let phase: 'connect' | 'body' = 'connect';
    try {
      const response = await this.#transport.get(path, {
        accept: options.accept,
        signal,
      });
      phase = 'body';
      if (response.status !== 200) {
        return await this.#refusedLook(response);
      }
      return lookAt(await readBody(response.body, MAX_BODY_BYTES));
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof ClusterAccessError) {
        const { problem, message } = error;
        return {
          failure: { problem, message, transient: false, cause: error },
        };
      }
      return { failure: this.#broken(timeout.reason ?? error, phase) };
    }
  }

  async #refusedLook(response: ApiServerResponse): Promise<Look> {
    const body = await readBody(response.body, MAX_ERROR_BYTES);
    return response.status === 404 && saysObjectIsAbsent(body)
      ? { absent: true }
      : { failure: refusal(response, body) };
  }

  async #refused(response: ApiServerResponse): Promise<LookFailure> {
    return refusal(response, await readBody(response.body, MAX_ERROR_BYTES));
  }

  #broken(error: unknown, phase: 'connect' | 'body'): LookFailure {
    if (error instanceof RangeError) {
      return {
        problem: 'invalid-answer',
        message: error.message,
        transient: false,
      };
    }
    return failureOfError(error, {
      phase,
      timeoutSeconds: this.#timeout / 1000,
    });
  }
}

function refusal(response: ApiServerResponse, body: string): LookFailure {
  return failureOfAnswer({
    status: response.status,
    body,
    retryAfter: response.header('retry-after'),
  });
}

function lookAt(body: string): Look {
  const document = parseJson(body);
  return isJsonObject(document)
    ? { document }
    : {
        failure: {
          problem: 'invalid-answer',
          message: /^\s*</.test(body)
            ? 'an HTML page came instead of JSON: a login page or proxy stands in between'
            : 'the answer is not JSON',
          transient: false,
        },
      };
}
