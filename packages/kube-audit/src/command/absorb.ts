import type { Request } from './Request';
import { BURST, type Session } from './Session';

export function isSameObject(a: Request, b: Request): boolean {
  return (
    a.resource === b.resource &&
    a.group === b.group &&
    a.namespace === b.namespace &&
    a.name === b.name
  );
}

/** A refused create does not name its object: then the type has to do. */
function isReadOf(read: Request, request: Request): boolean {
  return (
    read.verb === 'get' &&
    (read.subresource === '' || read.subresource === request.subresource) &&
    isSameObject(read, {
      ...request,
      name:
        request.verb === 'create' ? request.name ?? read.name : request.name,
    })
  );
}

/** A plain read of an object, found or not. */
export function isGet(r: Request): boolean {
  return r.verb === 'get' && r.subresource === '' && r.name !== undefined;
}

/** A list as programs make it: no limit and no watch. */
export function isUnlimitedList(r: Request): boolean {
  return (
    r.verb === 'list' && !r.query.has('limit') && !r.query.has('includeObject')
  );
}

/**
 * The reads of the same object right before a request (at most `max`), with
 * the namespace kubectl asks about when it got a 404.
 */
export function readsBefore(
  session: Session,
  request: Request,
  max = 1,
  gap = BURST,
): Request[] {
  const reads: Request[] = [];
  for (const r of session.before(request, gap)) {
    if (
      isReadOf(r, request) &&
      reads.filter(g => isReadOf(g, request)).length < max
    ) {
      reads.push(r, ...namespaceCheckAfter(session, r));
    } else if (!isNamespaceCheck(r, request.namespace)) {
      break;
    }
  }
  return [...new Set(reads)];
}

/** After a 404 kubectl asks whether the namespace is there at all. */
export function namespaceCheckAfter(
  session: Session,
  missing: Request,
): Request[] {
  if (missing.code !== 404) {
    return [];
  }
  const [next] = session.after(missing);
  return next && isNamespaceCheck(next, missing.namespace) ? [next] : [];
}

function isNamespaceCheck(r: Request, namespace: string | undefined): boolean {
  return isGet(r) && r.resource === 'namespaces' && r.name === namespace;
}

/** The wait of a delete: a GET, and a watch when the object is still there. */
export function waitAfter(session: Session, request: Request): Request[] {
  const later = session
    .after(request, 5_000_000)
    .filter(
      r => r.resource === request.resource && r.namespace === request.namespace,
    );
  const get = later.find(r => isGet(r) && r.name === request.name);
  // kubectl before 1.30 lists the one object and then watches it.
  const waits = ['list', 'watch'].map(verb =>
    later.find(r => r.verb === verb && watchedName(r) === request.name),
  );
  return [get, ...waits].filter(r => r !== undefined);
}

/** The watch of one object until a condition holds: wait, rollout status, delete. */
export function isNamedWatch(r: Request): boolean {
  return (
    r.verb === 'watch' &&
    r.query.get('allowWatchBookmarks') === 'true' &&
    watchedName(r) !== undefined
  );
}

export function watchedName(r: Request): string | undefined {
  return /(?:^|,)metadata\.name=([^,]+)/.exec(
    r.query.get('fieldSelector') ?? '',
  )?.[1];
}
