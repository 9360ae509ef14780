import {
  ClusterAccessError,
  type ClusterListQuery,
  type ClusterWatchEvent,
} from '@plumbline/backstage-plugin-plumbline-node';
import { ACCEPT_JSON } from './accept';
import type { ApiServerClient } from './ApiServerClient';
import { apiPath } from './apiPath';
import { isJsonObject, parseJson } from './json';
import { readLines } from './readBody';
import { isKubeObject } from './typedObject';

const MAX_LINE_LENGTH = 64 * 1024 * 1024;
/** The server ends the watch then, so that a dead connection is noticed. */
const WATCH_SECONDS = 240;

const TYPES: readonly string[] = [
  'ADDED',
  'MODIFIED',
  'DELETED',
  'BOOKMARK',
] satisfies ClusterWatchEvent['type'][];

/**
 * Follows changes until the server ends the watch or the signal aborts.
 *
 * @throws ClusterAccessError, also when the resource version is too old: then list anew
 */
export async function readWatch(
  client: ApiServerClient,
  query: ClusterListQuery & { resourceVersion?: string },
  onEvent: (event: ClusterWatchEvent) => void,
  options: { signal: AbortSignal },
): Promise<void> {
  const lifetime = AbortSignal.timeout((WATCH_SECONDS + 30) * 1000);
  const signal = AbortSignal.any([options.signal, lifetime]);
  const response = await client.open(watchPath(query), {
    accept: ACCEPT_JSON,
    signal,
  });
  try {
    for await (const line of readLines(response.body, MAX_LINE_LENGTH)) {
      onEvent(readEvent(client, line));
    }
  } catch (error) {
    if (options.signal.aborted) {
      return;
    }
    throw error instanceof ClusterAccessError
      ? error
      : client.error({
          problem: 'invalid-answer',
          message: 'the watch broke off',
          cause: error,
        });
  }
}

function watchPath(
  query: ClusterListQuery & { resourceVersion?: string },
): string {
  const parameters = new URLSearchParams({
    watch: 'true',
    allowWatchBookmarks: 'true',
    timeoutSeconds: String(WATCH_SECONDS),
  });
  if (query.labelSelector) {
    parameters.set('labelSelector', query.labelSelector);
  }
  if (query.resourceVersion !== undefined) {
    parameters.set('resourceVersion', query.resourceVersion);
  }
  return `${apiPath(query)}?${parameters}`;
}

function readEvent(client: ApiServerClient, line: string): ClusterWatchEvent {
  const event = parseJson(line);
  if (isJsonObject(event) && isType(event.type) && isKubeObject(event.object)) {
    return { type: event.type, object: event.object };
  }
  const status =
    isJsonObject(event) && isJsonObject(event.object) ? event.object : {};
  throw client.error({
    problem: 'invalid-answer',
    message:
      typeof status.message === 'string'
        ? `the watch ended: ${status.message.slice(0, 500)}`
        : 'the watch delivered something that is no event',
  });
}

function isType(value: unknown): value is ClusterWatchEvent['type'] {
  return typeof value === 'string' && TYPES.includes(value);
}
