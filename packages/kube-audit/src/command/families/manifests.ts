import { stringAt } from '../../event/json';
import {
  isGet,
  isSameObject,
  isUnlimitedList,
  readsBefore,
  waitAfter,
} from '../absorb';
import type { Draft, Flag } from '../Draft';
import type { Request } from '../Request';
import { type Recogniser, type Session } from '../Session';

/** A person may think for this long in the editor of `kubectl edit`. */
const EDITING = 30 * 60 * 1_000_000;

const isDryRun = (r: Request) => r.query.getAll('dryRun').includes('All');

/** The rehearsal of apply validates the fields, the one of diff does not. */
const isDiff = (r: Request) => isDryRun(r) && !r.query.has('fieldValidation');

const dryRunFlag = (r: Request): Flag[] =>
  isDryRun(r) ? [['--dry-run', 'server']] : [];

/** `resource/name in ns`: what a `<file>` was about. */
export function aboutOf(r: Request): string {
  const name = r.name ?? stringAt(r.response, 'metadata', 'name');
  const where = r.namespace ? ` in ${r.namespace}` : '';
  return `${r.resource}${name ? `/${name}` : ''}${where}`;
}

function fileDraft(verb: string, flags: Flag[], r: Request): Draft {
  return {
    verb,
    targets: [],
    words: [],
    flags: [...flags, ['-f', '<file>']],
    about: aboutOf(r),
    confidence: 'exact',
    missing: ['-f path'],
    mergeable: true,
  };
}

/** `kubectl apply -f`, its server dry run, and `kubectl diff -f`. */
export const apply: Recogniser = (session, r) => {
  if (
    r.e.fieldManager !== 'kubectl-client-side-apply' ||
    (r.verb !== 'create' && r.verb !== 'patch')
  ) {
    return;
  }
  const reads = readsBefore(session, r);
  const prune = pruneAfter(session, r);
  const draft = isDiff(r)
    ? fileDraft('diff', [], r)
    : fileDraft('apply', [...dryRunFlag(r), ...prune.flags], r);
  session.find(
    {
      ...draft,
      confidence: isDiff(r) || prune.lists.length > 0 ? 'likely' : 'exact',
      mergeable: prune.lists.length === 0,
    },
    [r, ...reads, ...prune.lists],
  );
};

/** `apply --prune` lists every type by its selector, without limit, and deletes. */
function pruneAfter(session: Session, r: Request) {
  const later = session.after(r, 3_000_000);
  const lists = later.filter(
    l => isUnlimitedList(l) && l.query.has('labelSelector'),
  );
  if (lists.length < 10) {
    return { flags: [] as Flag[], lists: [] };
  }
  const selector = lists[0].query.get('labelSelector') ?? '';
  const between = later.slice(0, later.indexOf(lists[0]));
  const applied = between.filter(
    a => a.e.fieldManager === r.e.fieldManager || isGet(a),
  );
  const deletes = later.filter(d => d.verb === 'delete');
  const flags: Flag[] = [
    ['--prune', true],
    ['-l', selector],
  ];
  return { flags, lists: [...applied, ...lists, ...deletes] };
}

const isServerSide = (r: Request) => r.verb === 'patch' && r.query.has('force');

/** `kubectl apply --server-side`, with the patches by which it takes over old objects. */
export const applyServerSide: Recogniser = (session, r) => {
  if (!isServerSide(r)) {
    return;
  }
  const manager = r.e.fieldManager ?? 'kubectl';
  const diff = isDiff(r);
  const flags: Flag[] = [
    ['--server-side', true],
    ...(r.query.get('force') === 'true'
      ? [['--force-conflicts', true] as Flag]
      : []),
    ...(manager === 'kubectl' ? [] : [['--field-manager', manager] as Flag]),
    ...(diff ? [] : dryRunFlag(r)),
  ];
  const reads = readsBefore(session, r);
  const repeats = session
    .after(r)
    .filter(
      n =>
        isSameObject(n, r) &&
        (isGet(n) ||
          (n.verb === 'patch' &&
            (isMigration(n) ||
              (isServerSide(n) && n.e.fieldManager === r.e.fieldManager)))),
    );
  const lastPatch = repeats.findLastIndex(n => n.verb === 'patch');
  session.find(
    {
      ...fileDraft(diff ? 'diff' : 'apply', flags, r),
      confidence: diff ? 'likely' : 'exact',
    },
    [r, ...reads, ...repeats.slice(0, lastPatch + 1)],
  );
};

/** Moving an object from client-side to server-side apply. */
function isMigration(r: Request): boolean {
  return (
    r.e.fieldManager === 'kubectl-last-applied' ||
    r.e.fieldManager === 'kubectl' ||
    r.e.fieldManager === undefined
  );
}

/** The helper patch of a migration on its own says nothing. */
export const migration: Recogniser = (session, r) => {
  if (r.e.fieldManager === 'kubectl-last-applied') {
    session.hide(r);
  }
};

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

export const setLastApplied: Recogniser = (session, r) => {
  const sets =
    stringAt(r.body, 'metadata', 'annotations', LAST_APPLIED) !== undefined;
  if (r.verb === 'patch' && !r.e.fieldManager && !r.subresource && sets) {
    session.find(
      { ...fileDraft('apply set-last-applied', [], r), confidence: 'likely' },
      [r, ...readsBefore(session, r, 2)],
    );
  }
};

export const edit: Recogniser = (session, r) => {
  if (r.e.fieldManager !== 'kubectl-edit' || r.verb !== 'patch') {
    return;
  }
  session.find(
    {
      verb: 'edit',
      targets: [{ resource: r.resource, name: r.name }],
      flags: r.subresource ? [['--subresource', r.subresource]] : [],
      namespace: r.namespace,
      confidence: 'exact',
      missing: ['what was typed (the effective change is in the body)'],
      mergeable: true,
    },
    [r, ...readsBefore(session, r, 1, EDITING)],
  );
};

/** `kubectl replace -f` (PUT) and `replace --force` (delete, then create). */
export const replace: Recogniser = (session, r) => {
  if (r.e.fieldManager !== 'kubectl-replace') {
    return;
  }
  if (r.verb === 'update') {
    session.find(
      fileDraft('replace', [...subresourceFlag(r), ...dryRunFlag(r)], r),
      [r, ...readsBefore(session, r, 2)],
    );
    return;
  }
  if (r.verb === 'create') {
    const remove = session
      .before(r, 60_000_000)
      .find(d => d.verb === 'delete' && isSameObject(d, r));
    const reads = readsBefore(session, r, 3, 60_000_000);
    const parts = remove
      ? [remove, ...waitAfter(session, remove), ...reads, r]
      : [r, ...reads];
    session.find(fileDraft('replace', [['--force', true]], r), [
      ...new Set(parts),
    ]);
  }
};

function subresourceFlag(r: Request): Flag[] {
  return r.subresource ? [['--subresource', r.subresource]] : [];
}

/** `kubectl auth reconcile`: RBAC objects written without a field manager. */
export const authReconcile: Recogniser = (session, r) => {
  const isWrite = r.verb === 'create' || r.verb === 'update';
  if (r.group !== 'rbac.authorization.k8s.io' || !isWrite || r.e.fieldManager) {
    return;
  }
  session.find(
    { ...fileDraft('auth reconcile', dryRunFlag(r), r), confidence: 'likely' },
    [r, ...readsBefore(session, r, 2)],
  );
};

/** `kubectl create -f` and generators that have no own shape. */
export function createFromFile(session: Session, r: Request): void {
  session.find(
    { ...fileDraft('create', dryRunFlag(r), r), confidence: 'likely' },
    [r],
  );
}

/** A schema fetched just before: the manifest came from a file. */
export function fetchedSchema(session: Session, r: Request): boolean {
  return session
    .recent(r, 5_000_000)
    .some(n => n.path.startsWith('/openapi/v3'));
}
