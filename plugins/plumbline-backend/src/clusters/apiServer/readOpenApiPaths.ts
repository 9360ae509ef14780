import { ACCEPT_JSON } from './accept';
import type { ApiServerClient } from './ApiServerClient';
import { isJsonObject } from './json';

const INDEX = '/openapi/v3';

/**
 * The paths of the documents that the index of schemas names, by group version.
 *
 * @throws ClusterAccessError
 */
export async function readOpenApiPaths(
  client: ApiServerClient,
  options: { signal?: AbortSignal },
): Promise<ReadonlyMap<string, string>> {
  const { paths } = await client.read(INDEX, {
    accept: ACCEPT_JSON,
    ...options,
  });
  if (!isJsonObject(paths)) {
    throw client.error({
      problem: 'invalid-answer',
      message: `${INDEX} is no index of schemas`,
    });
  }
  return new Map(
    Object.entries(paths).flatMap(([groupVersion, entry]) => {
      const url = isJsonObject(entry) ? entry.serverRelativeURL : undefined;
      // It must not lead to another part of the API.
      return typeof url === 'string' && isDocument(url)
        ? [[groupVersion, url] as const]
        : [];
    }),
  );
}

function isDocument(url: string): boolean {
  const { origin, pathname } = new URL(url, 'https://cluster.invalid');
  return (
    origin === 'https://cluster.invalid' && pathname.startsWith(`${INDEX}/`)
  );
}
