import { stringAt } from '../../event/json';
import { knownType } from '../../object/kinds';
import {
  isGet,
  isSameObject,
  namespaceCheckAfter,
  watchedName,
} from '../absorb';
import type { Draft, Flag } from '../Draft';
import type { Request } from '../Request';
import type { Recogniser } from '../Session';

/** Flags that a list shows: selectors, sort order, chunk size. */
export function listFlags(r: Request): Flag[] {
  const label = r.query.get('labelSelector');
  const field = r.query.get('fieldSelector');
  const limit = r.query.get('limit');
  const sorted = r.query.get('includeObject') === 'Object';
  return [
    ...(label ? [['-l', label] as Flag] : []),
    ...(field ? [['--field-selector', field] as Flag] : []),
    ...(sorted ? [['--sort-by', '<field>'] as Flag] : []),
    ...(limit && limit !== '500' ? [['--chunk-size', limit] as Flag] : []),
    ...(isUnchunkedTable(r) && !sorted ? [['--chunk-size', '0'] as Flag] : []),
  ];
}

/** Only a Table, which kubectl get asks for, shows that the limit was switched off. */
function isUnchunkedTable(r: Request): boolean {
  return (
    r.verb === 'list' &&
    !r.query.has('limit') &&
    stringAt(r.response, 'kind') === 'Table'
  );
}

/** A list without a namespace is over all of them, unless the type has none. */
export function isAllNamespaces(r: Request): boolean {
  const known = knownType(r.group, r.resource);
  const namespaced = known
    ? known.namespaced
    : !r.resource.startsWith('cluster');
  return r.namespace === undefined && namespaced;
}

export function scopeOf(
  r: Request,
): Pick<Draft, 'namespace' | 'allNamespaces'> {
  return isAllNamespaces(r)
    ? { allNamespaces: true }
    : { namespace: r.namespace };
}

/** `kubectl get` of a list, its further chunks, and its watch. */
export const getList: Recogniser = (session, r) => {
  if (r.verb !== 'list' || r.subresource || r.resource === '') {
    return;
  }
  const later = session.after(r);
  const chunks = later.filter(
    c => c.verb === 'list' && c.path === r.path && c.query.has('continue'),
  );
  const watch = later.find(
    w =>
      w.verb === 'watch' && w.path === r.path && w.query.has('resourceVersion'),
  );
  session.find(
    {
      verb: 'get',
      targets: [{ resource: r.resource }],
      flags: [...listFlags(r), ...(watch ? [['-w', true] as Flag] : [])],
      ...scopeOf(r),
      // Without limit and without a Table it may as well be --raw or a program.
      confidence:
        r.query.has('limit') ||
        stringAt(r.response, 'kind') === 'Table' ||
        r.query.has('includeObject')
          ? 'likely'
          : 'approximate',
      mergeable: r.query.has('limit') && !watch,
      missing: [
        '-o',
        ...(r.query.get('includeObject') ? ['--sort-by'] : []),
        ...(r.query.has('limit') ? [] : ['--chunk-size']),
      ],
    },
    [r, ...chunks, ...(watch ? [watch] : [])],
  );
};

/** `kubectl get TYPE NAME`: also what is left of commands that changed nothing. */
export const getObject: Recogniser = (session, r) => {
  if (!isGet(r)) {
    return;
  }
  const check = namespaceCheckAfter(session, r);
  const watch = session
    .after(r)
    .find(
      w =>
        w.verb === 'watch' &&
        w.resource === r.resource &&
        watchedName(w) === r.name &&
        w.query.has('resourceVersion') &&
        !w.query.has('allowWatchBookmarks'),
    );
  session.find(
    {
      verb: 'get',
      targets: [{ resource: r.resource, name: r.name }],
      flags: watch ? [['-w', true]] : [],
      namespace: r.namespace,
      confidence: watch ? 'likely' : 'approximate',
      missing: watch ? ['-o'] : ['-o', 'subcommand'],
      mergeable: watch === undefined,
    },
    [r, ...check, ...(watch ? [watch] : [])],
  );
};

/** A subresource that is only read: `get --subresource`. */
export const getSubresource: Recogniser = (session, r) => {
  if (
    r.verb !== 'get' ||
    !r.name ||
    !['scale', 'status', 'resize'].includes(r.subresource)
  ) {
    return;
  }
  session.find(
    {
      verb: 'get',
      targets: [{ resource: r.resource, name: r.name }],
      flags: [['--subresource', r.subresource]],
      namespace: r.namespace,
      confidence: 'likely',
      missing: ['-o'],
    },
    [r],
  );
};

/** A watch on its own: `get --watch-only`. */
export const watchOnly: Recogniser = (session, r) => {
  if (r.verb !== 'watch') {
    return;
  }
  const name = watchedName(r);
  session.find(
    {
      verb: 'get',
      targets: [{ resource: r.resource, name }],
      flags: [
        ...(name
          ? []
          : listFlags(r).filter(([flag]) => flag !== '--chunk-size')),
        ['--watch-only', true],
      ],
      ...scopeOf(r),
      confidence: 'approximate',
      missing: ['-o', '-w'],
    },
    [r],
  );
};

/** The ten types of `get all`, in its order. */
const ALL = [
  'pods',
  'replicationcontrollers',
  'services',
  'daemonsets',
  'deployments',
  'replicasets',
  'statefulsets',
  'horizontalpodautoscalers',
  'cronjobs',
  'jobs',
];

/** `kubectl get all`. */
export const getAll: Recogniser = (session, r) => {
  if (r.verb !== 'list' || r.resource !== 'pods') {
    return;
  }
  const label = r.query.get('labelSelector');
  const lists = [r, ...session.after(r)].filter(
    l =>
      l.verb === 'list' &&
      l.namespace === r.namespace &&
      l.query.get('labelSelector') === label,
  );
  const ordered = ALL.map((resource, i) =>
    lists[i]?.resource === resource ? lists[i] : undefined,
  );
  if (ordered.some(l => l === undefined)) {
    return;
  }
  session.find(
    {
      verb: 'get all',
      targets: [],
      flags: listFlags(r),
      ...scopeOf(r),
      confidence: 'likely',
      missing: ['-o'],
    },
    ordered.filter(l => l !== undefined),
  );
};

/** `kubectl top`: reads of the metrics API. */
export const top: Recogniser = (session, r) => {
  if (r.group !== 'metrics.k8s.io' || (r.verb !== 'get' && r.verb !== 'list')) {
    return;
  }
  const nodes =
    r.resource === 'nodes'
      ? session
          .after(r)
          .filter(
            n => n.resource === 'nodes' && n.group === '' && n.name === r.name,
          )
          .slice(0, 1)
      : [];
  const pods = session
    .before(r)
    .filter(
      p =>
        isGet(p) &&
        p.resource === 'pods' &&
        isSameObject({ ...p, group: r.group }, r),
    )
    .slice(0, 1);
  session.find(
    {
      verb: `top ${r.resource}`,
      targets: r.name ? [{ resource: '', name: r.name }] : [],
      flags: listFlags(r).filter(
        ([flag]) => flag === '-l' || flag === '--field-selector',
      ),
      ...scopeOf(r),
      confidence: 'exact',
      missing: ['--containers', '--sort-by', '--no-headers'],
    },
    [r, ...nodes, ...pods],
  );
};
