import { ResponseError } from '@backstage/errors';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './openapi.generated';

/** What the client needs to reach the backend. @public */
export interface PlumblineClientOptions {
  /** Base address of the plugin without a slash at the end, e.g. `plugin://plumbline` or `https://host/api/plumbline`. */
  baseUrl: string;
  /** A fetch that adds the caller's identity. */
  fetch: (input: Request) => Promise<Response>;
}

/**
 * Typed client of the Plumbline HTTP API, made from the same `openapi.yaml` that the backend checks requests with.
 *
 * @public
 */
export type PlumblineClient = Client<paths>;

/**
 * @returns a client whose calls throw `ResponseError` (`@backstage/errors`) on any answer that is not 2xx.
 * @public
 */
export function createPlumblineClient(
  options: PlumblineClientOptions,
): PlumblineClient {
  const client = createClient<paths>({
    baseUrl: options.baseUrl,
    fetch: options.fetch,
    // Backstage repeats a parameter for each value, `a=1&a=2`, as the specification says.
    querySerializer: { array: { style: 'form', explode: true } },
  });
  client.use({
    async onResponse({ response }) {
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return undefined;
    },
  });
  return client;
}
