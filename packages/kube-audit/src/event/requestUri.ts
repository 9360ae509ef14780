/** A request URI taken apart; query values are decoded, the path is not. */
export interface RequestUri {
  path: string;
  query: URLSearchParams;
}

/** Takes a request URI apart. Broken percent signs stay as they are. */
export function parseRequestUri(uri: string): RequestUri {
  const mark = uri.indexOf('?');
  return mark < 0
    ? { path: uri, query: new URLSearchParams() }
    : {
        path: uri.slice(0, mark),
        query: new URLSearchParams(uri.slice(mark + 1)),
      };
}
