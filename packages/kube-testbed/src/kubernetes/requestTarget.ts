/**
 * What the path of a request to an API server asks for.
 *
 * @internal
 */
export type RequestTarget =
  | { what: 'discovery'; path: string }
  | {
      what: 'resource';
      group: string;
      version: string;
      plural: string;
      namespace?: string;
      name?: string;
      subresource?: string;
    }
  | { what: 'other'; path: string };

const DISCOVERY = /^\/(?:api|apis|version|api\/v1|apis\/[^/]+(?:\/[^/]+)?)\/?$/;

/**
 * Reads the path of a request (percent-encoded, without its query) as an API server does.
 *
 * @internal
 */
export function parseRequestTarget(path: string): RequestTarget {
  if (DISCOVERY.test(path)) {
    return { what: 'discovery', path: path.replace(/\/$/, '') };
  }
  const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
  const [root] = segments;
  let group = '';
  let rest: string[];
  if (root === 'api') {
    rest = segments.slice(1);
  } else if (root === 'apis') {
    group = segments[1] ?? '';
    rest = segments.slice(2);
  } else {
    return { what: 'other', path };
  }
  const version = rest.shift();
  if (version === undefined) {
    return { what: 'other', path };
  }
  let namespace: string | undefined;
  // `namespaces/x` is the Namespace itself; only a third segment makes it a scope.
  if (rest[0] === 'namespaces' && rest.length > 2) {
    namespace = rest[1];
    rest = rest.slice(2);
  }
  const [plural, name, subresource] = rest;
  return {
    what: 'resource',
    group,
    version,
    plural,
    namespace,
    name,
    subresource,
  };
}
