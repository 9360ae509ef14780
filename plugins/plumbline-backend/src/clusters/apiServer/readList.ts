import type {
  ClusterList,
  ClusterListQuery,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';
import { ACCEPT_JSON, ACCEPT_METADATA_LIST } from './accept';
import type { ApiServerClient } from './ApiServerClient';
import { apiPath } from './apiPath';
import { isJsonObject } from './json';
import type { LookFailure } from './LookFailure';
import { apiVersionOf, metadataOf, typedObject } from './typedObject';

const PAGE_SIZE = 500;

interface ListContext {
  signal?: AbortSignal;
  /** The kind of the items, where the list itself does not tell. */
  kindOf: () => Promise<string | undefined>;
}

/**
 * Reads all pages of a list, or nothing: a list with a missing page would turn objects into missing ones.
 *
 * @throws ClusterAccessError
 */
export async function readList(
  client: ApiServerClient,
  query: ClusterListQuery,
  context: ListContext,
): Promise<ClusterList> {
  const first = await readPages(client, query, context);
  if (!('failure' in first)) {
    return first;
  }
  if (!first.failure.expired) {
    throw client.error(first.failure);
  }
  // The pages took longer than the server keeps their version: once more from the start.
  const second = await readPages(client, query, context);
  if ('failure' in second) {
    throw client.error(second.failure);
  }
  return second;
}

async function readPages(
  client: ApiServerClient,
  query: ClusterListQuery,
  context: ListContext,
): Promise<ClusterList | { failure: LookFailure }> {
  const items: KubeObject[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  let resourceVersion: string | undefined;
  do {
    const look = await client.look(pagePath(query, token), {
      accept: query.metadataOnly ? ACCEPT_METADATA_LIST : ACCEPT_JSON,
      signal: context.signal,
    });
    if ('failure' in look) {
      return look;
    }
    const page = 'document' in look ? look.document : {};
    const objects = await readItems(page, query, context);
    if (!objects) {
      return { failure: notAList(query) };
    }
    items.push(...objects);
    const metadata = isJsonObject(page.metadata) ? page.metadata : {};
    resourceVersion = textOf(metadata.resourceVersion);
    token = textOf(metadata.continue);
    if (token !== undefined && seen.has(token)) {
      return { failure: notAList(query) };
    }
    seen.add(token ?? '');
  } while (token !== undefined);
  return { items, resourceVersion };
}

function pagePath(query: ClusterListQuery, token: string | undefined): string {
  const parameters = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (query.labelSelector) {
    parameters.set('labelSelector', query.labelSelector);
  }
  if (token) {
    parameters.set('continue', token);
  }
  return `${apiPath(query)}?${parameters}`;
}

/** @returns undefined when the page is not a whole list */
async function readItems(
  page: Record<string, unknown>,
  query: ClusterListQuery,
  context: ListContext,
): Promise<KubeObject[] | undefined> {
  const listKind = textOf(page.kind);
  if (!listKind?.endsWith('List') || !('items' in page)) {
    return undefined;
  }
  // The Go server writes an empty list as null.
  const items = page.items ?? [];
  if (!Array.isArray(items)) {
    return undefined;
  }
  const partial = listKind === 'PartialObjectMetadataList';
  const kind = partial
    ? await context.kindOf()
    : listKind.slice(0, -'List'.length);
  if (!kind) {
    return undefined;
  }
  const type = { apiVersion: apiVersionOf(query.group, query.version), kind };
  const objects: KubeObject[] = [];
  for (const item of items) {
    const object = typedObject(item, type);
    if (!object) {
      return undefined;
    }
    objects.push(query.metadataOnly ? metadataOf(object) : object);
  }
  return objects;
}

function notAList(query: ClusterListQuery): LookFailure {
  return {
    problem: 'invalid-answer',
    message: `${apiPath(query)} is no complete list`,
    transient: false,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
