import { objectAt, stringAt, valueAt } from '../../event/json';
import {
  isGet,
  isNamedWatch,
  isSameObject,
  isUnlimitedList,
  watchedName,
} from '../absorb';
import type { Flag } from '../Draft';
import type { Request } from '../Request';
import { BURST, type Recogniser, type Session } from '../Session';
import { findChange } from './changes';
import { dryRunFlag } from './create';
import { scopeOf } from './read';

const WORKLOADS = new Set(['deployments', 'statefulsets', 'daemonsets']);
const REVISIONS = new Set(['replicasets', 'controllerrevisions']);

/** `rollout restart`, `pause`, `resume`. */
export const rollout: Recogniser = (session, r) => {
  if (r.e.fieldManager !== 'kubectl-rollout' || r.verb !== 'patch') {
    return;
  }
  const action = actionOf(r);
  findChange(session, r, {
    verb: `rollout ${action ?? '<restart|pause|resume>'}`,
    // Without a name it is all of them; there is no flag for it.
    impliesAll: true,
    confidence: action && r.body !== undefined ? 'exact' : 'likely',
    missing: action ? [] : ['which of restart, pause, resume'],
  });
};

function actionOf(r: Request): string | undefined {
  if (r.body === undefined) {
    // Pause and resume exist only for Deployments.
    return r.resource === 'deployments' ? undefined : 'restart';
  }
  if (objectAt(r.body, 'spec', 'template', 'metadata', 'annotations')) {
    return 'restart';
  }
  return valueAt(r.body, 'spec', 'paused') === true ? 'pause' : 'resume';
}

/** The reads with which undo and history begin: the object twice, its revisions. */
function revisionReads(session: Session, list: Request): Request[] {
  const reads = session
    .before(list)
    .filter(g => isGet(g) && WORKLOADS.has(g.resource));
  const [nearest] = reads;
  return nearest ? reads.filter(g => isSameObject(g, nearest)).slice(0, 2) : [];
}

const isRevisionList = (r: Request) =>
  isUnlimitedList(r) &&
  REVISIONS.has(r.resource) &&
  r.query.has('labelSelector');

/** `rollout undo`: a patch without field manager after a look at the revisions. */
export const undo: Recogniser = (session, r) => {
  if (
    r.verb !== 'patch' ||
    r.e.fieldManager ||
    r.subresource ||
    !WORKLOADS.has(r.resource)
  ) {
    return;
  }
  const list = session.before(r).find(isRevisionList);
  const reads = list ? revisionReads(session, list) : [];
  if (reads.length === 0 && !replacesTemplate(r.body)) {
    return;
  }
  session.find(
    {
      verb: 'rollout undo',
      targets: [{ resource: r.resource, name: r.name }],
      flags: dryRunFlag(r),
      namespace: r.namespace,
      confidence: 'likely',
      missing: ['--to-revision'],
      mergeable: true,
    },
    [r, ...(list ? [list] : []), ...reads],
  );
};

function replacesTemplate(body: unknown): boolean {
  return Array.isArray(body)
    ? body.some(op => stringAt(op, 'path') === '/spec/template')
    : stringAt(body, 'spec', 'template', '$patch') === 'replace';
}

/** `rollout history`: the same reads and no write. */
export const history: Recogniser = (session, r) => {
  if (!isRevisionList(r)) {
    return;
  }
  const reads = revisionReads(session, r);
  const describes = [...session.before(r), ...session.after(r)].some(
    n => n.resource === 'events',
  );
  if (reads.length < 2 || describes) {
    return;
  }
  session.find(
    {
      verb: 'rollout history',
      targets: [{ resource: reads[0].resource, name: reads[0].name }],
      namespace: r.namespace,
      confidence: 'likely',
      missing: ['--revision'],
    },
    [reads[reads.length - 1], ...reads, r],
  );
};

/** `rollout status` and `wait`: watches of named objects until a condition holds. */
export const waiting: Recogniser = (session, r) => {
  if (!isNamedWatch(r)) {
    return;
  }
  const name = watchedName(r);
  const list = session
    .before(r)
    .find(
      l =>
        isUnlimitedList(l) &&
        l.resource === r.resource &&
        l.namespace === r.namespace,
    );
  const read = session
    .before(r)
    .find(g => isGet(g) && g.resource === r.resource && g.name === name);
  const watches = session
    .after(r, BURST)
    .filter(
      w =>
        isNamedWatch(w) &&
        w.resource === r.resource &&
        w.namespace === r.namespace,
    );
  if (list && !read) {
    const label = list.query.get('labelSelector');
    session.find(
      {
        verb: 'wait',
        targets: [{ resource: r.resource }],
        flags: [
          label ? ['-l', label] : ['--all', true],
          ['--for', '<condition>'],
        ],
        ...scopeOf(list),
        confidence: 'approximate',
        missing: ['--for', '--timeout'],
      },
      [list, r, ...watches],
    );
    return;
  }
  const isStatus = WORKLOADS.has(r.resource);
  const condition: Flag[] = isStatus ? [] : [['--for', '<condition>']];
  session.find(
    {
      verb: isStatus ? 'rollout status' : 'wait',
      targets: [{ resource: r.resource, name }],
      flags: condition,
      namespace: r.namespace,
      confidence: 'approximate',
      missing: isStatus ? ['--timeout', 'subcommand'] : ['--for', '--timeout'],
      mergeable: true,
    },
    [...(read ? [read] : []), r, ...namedLists(session, r)],
  );
};

/** kubectl before 1.30 lists the one object before it watches it. */
function namedLists(session: Session, watch: Request): Request[] {
  return session
    .before(watch)
    .filter(
      l =>
        l.verb === 'list' &&
        l.resource === watch.resource &&
        l.namespace === watch.namespace &&
        watchedName(l) === watchedName(watch),
    );
}
