import http from 'node:http';
import https from 'node:https';
import { DeliveryAnswer } from './AuditSender';

/**
 * Where audit events of one cluster are posted to, and how.
 *
 * @internal
 */
export interface IngestAddress {
  /** `https://host:port` of the portal's listener. */
  url: string;
  cluster: string;
  token: string;
  /** Certificate authority in PEM, where it is none that the system knows. */
  ca?: string;
}

/**
 * The endpoint's answer.
 *
 * @internal
 */
export interface IngestAnswer extends DeliveryAnswer {
  /** The body as text. */
  text: string;
}

/**
 * Posts to `/api/plumbline/v1/clusters/{cluster}/audit-events` over kept-alive connections.
 *
 * @internal
 */
export class IngestClient {
  readonly #address: IngestAddress;
  readonly #endpoint: URL;
  readonly #agent: http.Agent;

  constructor(address: IngestAddress) {
    this.#address = address;
    this.#endpoint = new URL(
      `/api/plumbline/v1/clusters/${encodeURIComponent(
        address.cluster,
      )}/audit-events`,
      address.url,
    );
    this.#agent =
      this.#endpoint.protocol === 'https:'
        ? new https.Agent({ keepAlive: true, ca: address.ca })
        : new http.Agent({ keepAlive: true });
  }

  /** Posts a body once; rejects without a connection or an answer within `timeoutMs`. */
  post(body: Buffer, timeoutMs: number = 30_000): Promise<IngestAnswer> {
    const { request } = this.#endpoint.protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      const sent = request(
        this.#endpoint,
        {
          method: 'POST',
          agent: this.#agent,
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            'content-type': 'application/json',
            'content-length': body.length,
            authorization: `Bearer ${this.#address.token}`,
          },
        },
        response => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', part => (text += part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              retryAfter: response.headers['retry-after'],
              text,
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Closes the connections. */
  close(): void {
    this.#agent.destroy();
  }
}
