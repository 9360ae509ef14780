const MAX_REDIRECTS = 3;

/**
 * Gets an answer of a host. Redirects are followed within the host only, as they come with a renamed repository: the
 * credentials that go along are for nobody else.
 *
 * @throws Error when the host sends the request elsewhere, or round and round
 */
export async function getFromHost(
  fetchFrom: typeof fetch,
  url: string,
  options: { headers: Record<string, string>; timeout: number },
): Promise<Response> {
  const { headers, timeout } = options;
  const signal = AbortSignal.timeout(timeout);
  let address = new URL(url);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await fetchFrom(address, {
      headers,
      signal,
      redirect: 'manual',
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) {
      return response;
    }
    const next = URL.canParse(location, address)
      ? new URL(location, address)
      : undefined;
    if (next?.origin !== address.origin) {
      throw new Error(`${address.origin} redirects to another host`);
    }
    address = next;
  }
  throw new Error(`${address.origin} redirects too often`);
}
