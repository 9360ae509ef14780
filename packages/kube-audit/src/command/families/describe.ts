import { isGet, isSameObject, namespaceCheckAfter } from '../absorb';
import type { Request } from '../Request';
import type { Recogniser, Session } from '../Session';
import { listFlags, scopeOf } from './read';

/** The events list describe makes: by the uid of the object. */
function isEventsOf(r: Request): boolean {
  return (
    r.verb === 'list' &&
    r.resource === 'events' &&
    /involvedObject\.uid=/.test(r.query.get('fieldSelector') ?? '')
  );
}

/** What describe reads besides the object and its events, by type. */
const RELATED: Record<string, string[]> = {
  namespaces: ['resourcequotas', 'limitranges'],
  nodes: ['pods', 'events', 'resourceslices', 'leases'],
  deployments: ['replicasets'],
  daemonsets: ['pods'],
  statefulsets: ['pods'],
  replicasets: ['pods'],
  replicationcontrollers: ['pods'],
  jobs: ['pods'],
  services: ['endpointslices', 'endpoints'],
  serviceaccounts: ['secrets'],
  persistentvolumeclaims: ['pods'],
  ingresses: ['services', 'endpoints', 'endpointslices'],
};

/** Too fast for a person who lists first and then asks for one by name. */
const AT_ONCE = 500_000;

/** `kubectl describe TYPE NAME`: the object twice, then what belongs to it. */
export const describeObject: Recogniser = (session, r) => {
  if (!isGet(r)) {
    return;
  }
  const later = session.after(r);
  const [second] = later;
  const repeated =
    second && isGet(second) && isSameObject(second, r) && r.code === 200;
  if (!repeated) {
    return;
  }
  const rest = relatedAfter(session, second);
  if (rest.length === 0 && r.resource !== 'secrets') {
    return;
  }
  session.find(
    {
      verb: 'describe',
      targets: [{ resource: r.resource, name: r.name }],
      namespace: r.namespace,
      // A Secret has no events: two reads alone are all there is.
      confidence: rest.length > 0 ? 'likely' : 'approximate',
      missing: [],
      mergeable: true,
    },
    [r, second, ...rest],
  );
};

function relatedAfter(session: Session, r: Request): Request[] {
  const related = RELATED[r.resource] ?? [];
  const rest: Request[] = [];
  for (const next of session.after(r)) {
    const belongs =
      isEventsOf(next) ||
      (related.includes(next.resource) && !isSameObject(next, r)) ||
      (next.resource === 'events' && rest.some(isEventsOf));
    if (!belongs) {
      break;
    }
    rest.push(next);
  }
  const hasSubstance =
    rest.some(isEventsOf) ||
    (r.resource === 'namespaces' &&
      rest.some(n => n.resource === 'resourcequotas')) ||
    (r.resource === 'nodes' && rest.length > 0);
  return hasSubstance ? rest : [];
}

/** `kubectl describe TYPE PREFIX`: not found, then a list to look for the prefix. */
export const describePrefix: Recogniser = (session, r) => {
  if (!isGet(r) || r.code !== 404) {
    return;
  }
  const check = namespaceCheckAfter(session, r);
  const later = session.after(r).filter(n => !check.includes(n));
  const [list, ...rest] = later;
  if (
    list?.verb !== 'list' ||
    list.resource !== r.resource ||
    list.namespace !== r.namespace ||
    list.query.has('labelSelector')
  ) {
    return;
  }
  const described = rest.filter(
    n =>
      (isGet(n) &&
        n.resource === r.resource &&
        n.name?.startsWith(r.name ?? '')) ||
      isEventsOf(n) ||
      (RELATED[r.resource] ?? []).includes(n.resource),
  );
  session.find(
    {
      verb: 'describe',
      targets: [{ resource: r.resource, name: r.name }],
      namespace: r.namespace,
      confidence: 'likely',
      missing: [],
    },
    [r, ...check, list, ...described],
  );
};

/** Of several objects describe shows no events: a list, then each object of it. */
export const describeList: Recogniser = (session, r) => {
  if (r.verb !== 'list' || !r.query.has('limit')) {
    return;
  }
  const parts: Request[] = [];
  for (const next of session.after(r, AT_ONCE)) {
    const belongs =
      (isGet(next) && next.resource === r.resource) ||
      isEventsOf(next) ||
      (parts.length > 0 && (RELATED[r.resource] ?? []).includes(next.resource));
    if (!belongs) {
      break;
    }
    parts.push(next);
  }
  if (!parts.some(isGet)) {
    return;
  }
  session.find(
    {
      verb: 'describe',
      targets: [{ resource: r.resource }],
      flags: listFlags(r).filter(
        ([flag]) => flag === '-l' || flag === '--chunk-size',
      ),
      ...scopeOf(r),
      confidence: 'likely',
      missing: [],
    },
    [r, ...parts],
  );
};
