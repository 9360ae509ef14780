import type { Request } from 'express';

type Query = Request['query'];

/** The page that a request asks for. */
export function readPage(query: Query): { cursor?: string; limit: number } {
  return { cursor: text(query.cursor), limit: Number(query.limit ?? 50) };
}

/** Values of a parameter that may repeat; undefined when it was not given. */
export function texts(value: Query[string]): string[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** A parameter that is given once; undefined when it was not. */
export function text(value: Query[string]): string | undefined {
  return value === undefined ? undefined : String(value);
}
