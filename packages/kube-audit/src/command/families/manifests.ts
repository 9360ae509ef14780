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
  if (!isApply(r)) {
    return;
  }
  const diff = isDiff(r);
  session.find(
    {
      ...fileDraft(diff ? 'diff' : 'apply', diff ? [] : dryRunFlag(r), r),
      confidence: diff ? 'likely' : 'exact',
    },
    [r, ...readsBefore(session, r)],
  );
};

function isApply(r: Request): boolean {
  return (
    r.e.fieldManager === 'kubectl-client-side-apply' &&
    (r.verb === 'create' || r.verb === 'patch')
  );
}

/** Types a prune looks through at least; they are sixteen by default. */
const PRUNED_TYPES = 10;

/** `apply --prune`: then it lists every type by its selector, without limit, and deletes. */
export const applyPrune: Recogniser = (session, r) => {
  const isPruneList = (l: Request) =>
    isUnlimitedList(l) &&
    l.query.get('labelSelector') === r.query.get('labelSelector');
  if (!isUnlimitedList(r) || !r.query.has('labelSelector')) {
    return;
  }
  const later = session.after(r);
  const lists = later.filter(isPruneList);
  if (lists.length < PRUNED_TYPES) {
    return;
  }
  const earlier = session.before(r);
  const other = earlier.findIndex(n => !isApply(n) && !isGet(n));
  const applied = other < 0 ? earlier : earlier.slice(0, other);
  const head = applied.findLast(isApply) ?? applied.at(-1) ?? r;
  session.find(
    {
      ...fileDraft(
        'apply',
        [
          ['--prune', true],
          ['-l', r.query.get('labelSelector') ?? ''],
        ],
        head,
      ),
      confidence: 'likely',
      mergeable: false,
    },
    [head, ...applied, r, ...lists, ...later.filter(d => d.verb === 'delete')],
  );
};

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

/** The one patch of a whole object that kubectl sends without a field manager. */
export const setLastApplied: Recogniser = (session, r) => {
  if (r.verb !== 'patch' || r.e.fieldManager || r.subresource) {
    return;
  }
  const sets =
    stringAt(r.body, 'metadata', 'annotations', LAST_APPLIED) !== undefined;
  if (sets || r.body === undefined) {
    session.find(
      {
        ...fileDraft('apply set-last-applied', [], r),
        confidence: sets ? 'likely' : 'approximate',
      },
      [r, ...readsBefore(session, r, 2)],
    );
  }
};

const RAW_VERBS: Record<string, string> = {
  create: 'create',
  update: 'replace',
};

/** Every other write of kubectl names its field manager: these were `--raw`. */
export const rawWrite: Recogniser = (session, r) => {
  const verb = RAW_VERBS[r.verb];
  if (verb && !r.e.fieldManager && r.resource !== '') {
    session.find(
      {
        verb: `${verb} --raw`,
        targets: [],
        words: [r.e.requestURI],
        flags: [['-f', '<file>']],
        about: aboutOf(r),
        confidence: 'likely',
        missing: ['-f path'],
      },
      [r],
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

/** A schema fetched just before, or more than one object: it came from a file. */
export function isFromFile(session: Session, r: Request): boolean {
  const isSibling = (n: Request) =>
    n !== r && n.verb === 'create' && n.e.fieldManager === r.e.fieldManager;
  return (
    session.recent(r, 5_000_000).some(n => n.path.startsWith('/openapi/v3')) ||
    session.recent(r, 500_000).some(isSibling) ||
    session.after(r, 500_000).some(isSibling)
  );
}
