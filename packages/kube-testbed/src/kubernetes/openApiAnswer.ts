import { createHash } from 'node:crypto';

const ROOT = '/openapi/v3';

/**
 * What `/openapi/v3` and the documents below it answer: the index names each document with a hash of its content.
 *
 * @internal
 */
export function openApiAnswer(
  path: string,
  documents: Readonly<Record<string, object>> | undefined,
): object | undefined {
  if (!documents) {
    return undefined;
  }
  if (path === ROOT) {
    return {
      paths: Object.fromEntries(
        Object.entries(documents).map(([groupVersion, document]) => [
          groupVersion,
          {
            serverRelativeURL: `${ROOT}/${groupVersion}?hash=${hashOf(
              document,
            )}`,
          },
        ]),
      ),
    };
  }
  return path.startsWith(`${ROOT}/`)
    ? documents[path.slice(ROOT.length + 1)]
    : undefined;
}

function hashOf(document: object): string {
  return createHash('sha256')
    .update(JSON.stringify(document))
    .digest('hex')
    .toUpperCase();
}
