import { randomUUID } from 'node:crypto';
import { KubernetesObject } from './KubernetesObject';
import { ObjectHistory } from './ObjectHistory';
import { ResourceType, apiVersionOf } from './ResourceType';
import { aggregatedDiscovery, plainDiscovery } from './discoveryDocuments';
import { openApiAnswer } from './openApiAnswer';
import { RequestTarget } from './requestTarget';
import { matchesFieldSelector, matchesLabelSelector } from './selectors';
import { StatusObject, expired, failure } from './statusObjects';

/**
 * The answer to a request: a body, or the scope of a watch that is to start.
 *
 * @internal
 */
export interface Answer {
  code: number;
  body?: object;
  contentType?: string;
  watch?: { type: ResourceType; namespace?: string };
}

/**
 * The rest of each list that was answered in pages, by continue token.
 *
 * @internal
 */
export type ListPages = Map<
  string,
  { items: KubernetesObject[]; revision: number }
>;

/**
 * A request with everything its answer depends on.
 *
 * @internal
 */
export interface RequestContext {
  target: RequestTarget;
  method: string;
  query: URLSearchParams;
  accept: string;
  history: ObjectHistory;
  resources: readonly ResourceType[];
  kubernetesVersion: string;
  openApi?: Readonly<Record<string, object>>;
  pages: ListPages;
}

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

const refuse = (status: StatusObject): Answer => ({
  code: status.code,
  body: status,
});

const NO_SUCH_PATH = failure(
  404,
  'NotFound',
  'the server could not find the requested resource',
);

/**
 * Decides the answer to a request that no fault is injected for.
 *
 * @internal
 */
export function answerRequest(context: RequestContext): Answer {
  const { target, method, resources } = context;
  if (method !== 'GET') {
    return refuse(
      failure(
        405,
        'MethodNotAllowed',
        'the server does not allow this method on the requested resource',
      ),
    );
  }
  if (target.what === 'discovery') {
    return answerDiscovery(target.path, context);
  }
  if (target.what === 'other') {
    const schema = openApiAnswer(target.path, context.openApi);
    if (schema) {
      return { code: 200, body: schema };
    }
    return ['/readyz', '/livez', '/healthz'].includes(target.path)
      ? { code: 200, body: {}, contentType: 'text/plain' }
      : refuse(NO_SUCH_PATH);
  }
  const type = resources.find(
    candidate =>
      candidate.group === target.group &&
      candidate.version === target.version &&
      candidate.plural === target.plural,
  );
  if (!type || target.subresource !== undefined) {
    return refuse(NO_SUCH_PATH);
  }
  if (['true', '1'].includes(context.query.get('watch') ?? '')) {
    return { code: 200, watch: { type, namespace: target.namespace } };
  }
  if (target.name === undefined) {
    return answerList(type, target.namespace, context);
  }
  const object = context.history.get(type, target.name, target.namespace);
  const resource = type.group ? `${type.plural}.${type.group}` : type.plural;
  return object
    ? { code: 200, body: object }
    : refuse(
        failure(404, 'NotFound', `${resource} "${target.name}" not found`, {
          name: target.name,
          group: type.group || undefined,
          kind: type.plural,
        }),
      );
}

function answerDiscovery(
  path: string,
  { accept, resources, kubernetesVersion }: RequestContext,
): Answer {
  if (
    (path === '/api' || path === '/apis') &&
    accept.replace(/\s/g, '').includes('g=apidiscovery.k8s.io;v=v2;')
  ) {
    return {
      code: 200,
      body: aggregatedDiscovery(resources, path),
      contentType: AGGREGATED,
    };
  }
  const body = plainDiscovery(resources, path, kubernetesVersion);
  return body ? { code: 200, body } : refuse(NO_SUCH_PATH);
}

function answerList(
  type: ResourceType,
  namespace: string | undefined,
  { query, history, pages }: RequestContext,
): Answer {
  const token = query.get('continue');
  const page = token ? pages.get(token) : undefined;
  if (token && !page) {
    return refuse(
      expired(
        'The provided continue parameter is too old to display a consistent list result.',
      ),
    );
  }
  let rest = page;
  if (!rest) {
    try {
      const byLabel = matchesLabelSelector(query.get('labelSelector') ?? '');
      const byField = matchesFieldSelector(query.get('fieldSelector') ?? '');
      rest = {
        items: history
          .list(type, namespace)
          .filter(object => byLabel(object) && byField(object)),
        revision: history.revision,
      };
    } catch (error) {
      return refuse(failure(400, 'BadRequest', (error as Error).message));
    }
  }
  const limit = Number(query.get('limit') ?? 0) || rest.items.length;
  const left = rest.items.slice(limit);
  let next: string | undefined;
  if (left.length > 0) {
    next = randomUUID();
    pages.set(next, { items: left, revision: rest.revision });
  }
  return {
    code: 200,
    body: {
      kind: `${type.kind}List`,
      apiVersion: apiVersionOf(type),
      metadata: {
        resourceVersion: String(rest.revision),
        ...(next && { continue: next, remainingItemCount: left.length }),
      },
      // As a real server does, the items of a list carry neither apiVersion nor kind.
      items: rest.items.slice(0, limit).map(withoutType),
    },
  };
}

function withoutType(object: KubernetesObject): object {
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = object;
  return rest;
}
