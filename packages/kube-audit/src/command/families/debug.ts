import {
  arrayAt,
  isObject,
  objectAt,
  stringAt,
  type JsonObject,
} from '../../event/json';
import { isGet, isNamedWatch, readsBefore, watchedName } from '../absorb';
import type { Flag } from '../Draft';
import type { Request } from '../Request';
import type { Recogniser, Session } from '../Session';

const HIDDEN = ['--image', '--target', '-i', '-t', '-c', '--profile', 'args'];

/** The profile of `kubectl debug`, as far as what it sets gives it away. */
function profileOf(container: JsonObject): Flag[] {
  const context = objectAt(container, 'securityContext');
  const added = arrayAt(context, 'capabilities', 'add');
  if (context?.privileged === true) {
    return [['--profile', 'sysadmin']];
  }
  if (added.includes('NET_ADMIN')) {
    return [['--profile', 'netadmin']];
  }
  if (arrayAt(context, 'capabilities', 'drop').includes('ALL')) {
    return [['--profile', 'restricted']];
  }
  return [];
}

function containerFlags(container: JsonObject): Flag[] {
  const name = String(container.name ?? '');
  const terminal = `${container.stdin === true ? 'i' : ''}${
    container.tty === true ? 't' : ''
  }`;
  const args =
    container.command === undefined && arrayAt(container, 'args').length > 0;
  return [
    ...(terminal ? [[`-${terminal}`, true] as Flag] : []),
    ['--image', String(container.image)],
    ...(typeof container.targetContainerName === 'string'
      ? [['--target', container.targetContainerName] as Flag]
      : []),
    ...(/^debugger(-\w{5})?$/.test(name) ? [] : [['-c', name] as Flag]),
    ...(args ? [['--arguments-only', true] as Flag] : []),
    ...profileOf(container),
  ];
}

function argvOf(container: JsonObject): string[] | undefined {
  const argv = [
    ...arrayAt(container, 'command'),
    ...arrayAt(container, 'args'),
  ].map(String);
  return argv.length > 0 ? argv : undefined;
}

/** What `debug -it` does after it made the container: watch the pod, attach. */
function attachAfter(
  session: Session,
  r: Request,
  pod: string | undefined,
): Request[] {
  const later = session
    .after(r, 60_000_000)
    .filter(n => n.resource === 'pods' && n.namespace === r.namespace);
  const watch = later.find(n => isNamedWatch(n) && watchedName(n) === pod);
  const attach = later.find(n => n.subresource === 'attach' && n.name === pod);
  const reads = attach ? readsBefore(session, attach, 2) : [];
  return watch || attach
    ? [watch, ...reads, attach].filter(n => n !== undefined)
    : [];
}

/** `kubectl debug POD`: an ephemeral container. */
export const debugPod: Recogniser = (session, r) => {
  if (
    r.resource !== 'pods' ||
    r.subresource !== 'ephemeralcontainers' ||
    r.verb === 'get'
  ) {
    return;
  }
  const container = arrayAt(r.body, 'spec', 'ephemeralContainers')
    .filter(isObject)
    .at(-1);
  const flags = container ? containerFlags(container) : [];
  const guessed = flags.some(([name]) => name === '--profile');
  const attached = attachAfter(session, r, r.name);
  session.find(
    {
      verb: 'debug',
      targets: [{ resource: '', name: r.name }],
      flags,
      argv: container && argvOf(container),
      namespace: r.namespace,
      confidence: container && !guessed ? 'exact' : 'likely',
      missing: container ? ['--profile'] : HIDDEN,
    },
    [r, ...readsBefore(session, r), ...attached],
  );
};

const NODE_DEBUGGER = /^node-debugger-(.+)-[a-z0-9]{5}$/;

/** `kubectl debug node/…`: a pod of a telling name. */
export const debugNode: Recogniser = (session, r) => {
  const match = NODE_DEBUGGER.exec(r.name ?? '');
  if (r.verb !== 'create' || r.resource !== 'pods' || r.subresource || !match) {
    return;
  }
  const node = stringAt(r.body, 'spec', 'nodeName') ?? match[1];
  const container = arrayAt(r.body, 'spec', 'containers')
    .filter(isObject)
    .at(0);
  const read = session
    .before(r)
    .find(g => isGet(g) && g.resource === 'nodes' && g.name === node);
  const attached = attachAfter(session, r, r.name);
  session.find(
    {
      verb: 'debug',
      targets: [{ resource: 'nodes', name: node }],
      slash: true,
      flags: container ? containerFlags(container) : [],
      argv: container && argvOf(container),
      namespace: r.namespace,
      confidence: 'likely',
      missing: container ? ['--profile'] : HIDDEN,
    },
    [r, ...(read ? [read] : []), ...attached],
  );
};

/** `kubectl debug POD --copy-to`: a pod made without field manager right after a read of another. */
export const debugCopy: Recogniser = (session, r) => {
  if (
    r.verb !== 'create' ||
    r.resource !== 'pods' ||
    r.subresource ||
    r.e.fieldManager
  ) {
    return;
  }
  const [source] = session.before(r);
  if (
    !source ||
    !isGet(source) ||
    source.resource !== 'pods' ||
    source.namespace !== r.namespace
  ) {
    return;
  }
  const before = new Map(
    containersOf(source.response).map(c => [c.name, c.image]),
  );
  const containers = containersOf(r.body);
  const added = containers.find(c => !before.has(c.name));
  const images = containers.filter(
    c => before.has(c.name) && before.get(c.name) !== c.image,
  );
  const shared = objectAt(r.body, 'spec')?.shareProcessNamespace === true;
  session.find(
    {
      verb: 'debug',
      targets: [{ resource: '', name: source.name }],
      flags: [
        ['--copy-to', r.name ?? '<name>'],
        ...(added && before.size > 0 ? containerFlags(added) : []),
        ...(images.length > 0
          ? [
              [
                '--set-image',
                images.map(c => `${c.name}=${c.image}`).join(','),
              ] as Flag,
            ]
          : []),
        ...(shared && !added ? [['--share-processes', true] as Flag] : []),
      ],
      argv: added && before.size > 0 ? argvOf(added) : undefined,
      namespace: r.namespace,
      confidence: 'likely',
      missing: [...HIDDEN, '--set-image', '--share-processes', '--same-node'],
    },
    [r, source],
  );
};

function containersOf(pod: unknown): JsonObject[] {
  return arrayAt(pod, 'spec', 'containers').filter(isObject);
}
