import type { FetchApi } from '@backstage/frontend-plugin-api';

/**
 * Sends a request of the typed client. Backstage's fetch reads a `Request` twice to resolve `plugin://`, which a body
 * does not survive; so one with a body goes as an address and its parts.
 *
 * @internal
 */
export async function sendRequest(
  fetchApi: FetchApi,
  request: Request,
): Promise<Response> {
  if (request.method === 'GET') {
    return fetchApi.fetch(request);
  }
  const { url, method, headers, signal } = request;
  return fetchApi.fetch(url, {
    method,
    headers,
    signal,
    body: (await request.text()) || undefined,
  });
}
