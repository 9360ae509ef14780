import {
  arrayAt,
  isObject,
  objectAt,
  stringAt,
  type JsonObject,
} from '../../event/json';
import { isGet, isSameObject, isUnlimitedList, readsBefore } from '../absorb';
import type { Flag } from '../Draft';
import type { Request } from '../Request';
import type { Recogniser, Session } from '../Session';
import { findChange } from './changes';
import { dryRunFlag } from './create';

const isNodePatch = (r: Request) =>
  r.resource === 'nodes' &&
  r.verb === 'patch' &&
  !r.subresource &&
  !r.e.fieldManager;

/** A blocked eviction is tried again every five seconds. */
const DRAINING = 10_000_000;

const isEviction = (r: Request) =>
  r.verb === 'create' && r.resource === 'pods' && r.subresource === 'eviction';

const drainedNode = (r: Request) =>
  r.verb === 'list' && r.resource === 'pods' && r.namespace === undefined
    ? /^spec\.nodeName=([^,]+)$/.exec(r.query.get('fieldSelector') ?? '')?.[1]
    : undefined;

/** `kubectl drain`: cordon, the node's pods, then evictions until they are gone. */
export const drain: Recogniser = (session, r) => {
  const node = drainedNode(r);
  if (!node) {
    return;
  }
  const cordon = session.before(r).find(p => isNodePatch(p) && p.name === node);
  const reads = session
    .before(r)
    .filter(g => isGet(g) && g.resource === 'nodes' && g.name === node)
    .slice(0, 1);
  const evictions = evictionsAfter(session, r);
  if (!cordon && !evictions.some(n => isEviction(n) || n.verb === 'delete')) {
    return;
  }
  const label = r.query.get('labelSelector');
  const flags: Flag[] = [
    ...(evictions.some(n => n.resource === 'daemonsets')
      ? [['--ignore-daemonsets', true] as Flag]
      : []),
    ...(evictions.some(n => n.verb === 'delete')
      ? [['--disable-eviction', true] as Flag]
      : []),
    ...(label ? [['--pod-selector', label] as Flag] : []),
    ...(cordon ? dryRunFlag(cordon) : []),
  ];
  const parts = [...(cordon ? [cordon] : []), r, ...reads, ...evictions];
  session.find(
    {
      verb: 'drain',
      targets: [{ resource: '', name: node }],
      flags,
      confidence: 'exact',
      missing: [
        '--force',
        '--delete-emptydir-data',
        '--grace-period',
        '--timeout',
      ],
      mergeable: true,
    },
    parts,
  );
};

function evictionsAfter(session: Session, list: Request): Request[] {
  const evictions: Request[] = [];
  for (const n of session.after(list, DRAINING)) {
    const belongs =
      isEviction(n) ||
      (isGet(n) && (n.resource === 'pods' || n.resource === 'daemonsets')) ||
      (n.verb === 'delete' && n.resource === 'pods');
    if (!belongs) {
      break;
    }
    evictions.push(n);
  }
  return evictions;
}

/** An eviction on its own: part of a drain whose beginning we did not see. */
export const looseEviction: Recogniser = (session, r) => {
  if (!isEviction(r)) {
    return;
  }
  const rest = session
    .after(r, DRAINING)
    .filter(n => isEviction(n) || (isGet(n) && n.resource === 'pods'));
  session.find(
    {
      verb: 'drain',
      targets: [{ resource: '', name: '<node>' }],
      confidence: 'approximate',
      missing: [
        'node',
        '--ignore-daemonsets',
        '--force',
        '--delete-emptydir-data',
        '--dry-run',
      ],
    },
    [r, ...rest],
  );
};

/** `kubectl cordon` and `uncordon`: one patch that only its body tells apart. */
export const cordon: Recogniser = (session, r) => {
  const verb = isNodePatch(r) ? cordonVerb(r) : undefined;
  if (!verb) {
    return;
  }
  const known = r.body !== undefined;
  const list = session
    .before(r)
    .find(l => isUnlimitedList(l) && l.resource === 'nodes');
  const certain = list?.query.has('labelSelector') ? 'likely' : 'exact';
  session.find(
    {
      verb,
      targets: [{ resource: '', name: r.name }],
      flags: dryRunFlag(r),
      confidence: known ? certain : 'approximate',
      missing: known ? [] : ['cordon or uncordon'],
      mergeable: true,
    },
    [r, ...readsBefore(session, r), ...(list ? [list] : [])],
  );
};

/** Undefined for a patch of something else. */
function cordonVerb(r: Request): string | undefined {
  if (r.body === undefined) {
    return '<cordon|uncordon>';
  }
  const spec = objectAt(r.body, 'spec');
  if (!spec || !Object.hasOwn(spec, 'unschedulable')) {
    return undefined;
  }
  return spec.unschedulable === true ? 'cordon' : 'uncordon';
}

/** `kubectl taint`: the patch carries all taints, the read before shows the change. */
export const taint: Recogniser = (session, r) => {
  if (r.e.fieldManager !== 'kubectl-taint') {
    return;
  }
  const known = r.body !== undefined;
  findChange(session, r, {
    verb: 'taint',
    words: known ? taintWords(session, r) : [],
    confidence: 'likely',
    missing: known ? [] : ['taints'],
  });
};

function taintWords(session: Session, r: Request): string[] {
  const taintsOf = (body: unknown) =>
    arrayAt(body, 'spec', 'taints').filter(isObject);
  const after = taintsOf(r.body);
  const before = taintsOf(previousNode(session, r));
  const same = (a: JsonObject, b: JsonObject) =>
    a.key === b.key &&
    a.effect === b.effect &&
    (a.value ?? '') === (b.value ?? '');
  const added = after.filter(a => !before.some(b => same(a, b)));
  const removed = before.filter(
    b => !after.some(a => a.key === b.key && a.effect === b.effect),
  );
  return [
    ...added.map(t => `${t.key}${t.value ? `=${t.value}` : ''}:${t.effect}`),
    ...removed.map(t => `${t.key}:${t.effect}-`),
  ];
}

function previousNode(session: Session, r: Request): unknown {
  for (const read of session.before(r)) {
    if (isGet(read) && isSameObject(read, r)) {
      return read.response;
    }
    if (isUnlimitedList(read) && read.resource === 'nodes') {
      return arrayAt(read.response, 'items').find(
        item => stringAt(item, 'metadata', 'name') === r.name,
      );
    }
  }
  return undefined;
}
