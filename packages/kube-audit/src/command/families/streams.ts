import { isGet, isUnlimitedList } from '../absorb';
import type { Draft, Flag, Target } from '../Draft';
import type { Request } from '../Request';
import type { Recogniser, Session } from '../Session';

/** Which pod a command was typed for: itself, or by way of a workload or Service. */
interface PodTarget {
  target: Target;
  /** Reads by which kubectl found the pod. */
  reads: Request[];
  /** The pod itself was named. */
  direct: boolean;
  selector?: string;
}

/** Types kubectl resolves to one of their pods. */
const WORKLOADS = new Set([
  'deployments',
  'statefulsets',
  'daemonsets',
  'replicasets',
  'replicationcontrollers',
  'jobs',
  'services',
]);

export function podTargetOf(session: Session, r: Request): PodTarget {
  const pod = { resource: 'pods', name: r.name };
  const reads: Request[] = [];
  for (const read of session.before(r)) {
    if (
      isGet(read) &&
      read.resource === 'pods' &&
      read.name === r.name &&
      reads.length < 2
    ) {
      reads.push(read);
    } else if (
      isUnlimitedList(read) &&
      read.resource === 'pods' &&
      read.namespace === r.namespace
    ) {
      const [owner] = session.before(read);
      if (owner && isGet(owner) && WORKLOADS.has(owner.resource)) {
        return {
          target: { resource: owner.resource, name: owner.name },
          reads: [owner, read, ...reads],
          direct: false,
        };
      }
      const selector = read.query.get('labelSelector') ?? undefined;
      return { target: pod, reads: [read, ...reads], direct: false, selector };
    } else {
      break;
    }
  }
  return { target: pod, reads, direct: true };
}

const on = (query: URLSearchParams, key: string) => query.get(key) === 'true';

function terminalFlags(query: URLSearchParams): Flag[] {
  const letters = `${on(query, 'stdin') ? 'i' : ''}${
    on(query, 'tty') ? 't' : ''
  }`;
  return letters ? [[`-${letters}`, true]] : [];
}

function containerFlag(query: URLSearchParams): Flag[] {
  const container = query.get('container');
  return container ? [['-c', container]] : [];
}

function podDraft(r: Request, pod: PodTarget): Draft {
  return {
    verb: r.subresource,
    targets: [pod.target],
    slash: !pod.direct,
    namespace: r.namespace,
    confidence: pod.direct ? 'exact' : 'likely',
    missing: ['whether -c was typed'],
  };
}

/** A pod by its bare name; anything else as type/name. */
function bareName(draft: Draft): Draft {
  return draft.slash
    ? draft
    : {
        ...draft,
        targets: draft.targets.map(t => ({ resource: '', name: t.name })),
      };
}

const isStreamOf = (r: Request, subresource: string) =>
  r.resource === 'pods' &&
  r.subresource === subresource &&
  (r.verb === 'get' || r.verb === 'create');

export const exec: Recogniser = (session, r) => {
  if (!isStreamOf(r, 'exec')) {
    return;
  }
  const pod = podTargetOf(session, r);
  session.find(
    bareName({
      ...podDraft(r, pod),
      flags: [...terminalFlags(r.query), ...containerFlag(r.query)],
      argv: r.query.getAll('command'),
    }),
    [r, ...pod.reads],
  );
};

export const attach: Recogniser = (session, r) => {
  if (!isStreamOf(r, 'attach')) {
    return;
  }
  const pod = podTargetOf(session, r);
  session.find(
    bareName({
      ...podDraft(r, pod),
      flags: [...terminalFlags(r.query), ...containerFlag(r.query)],
      confidence: 'likely',
    }),
    [r, ...pod.reads],
  );
};

export const portForward: Recogniser = (session, r) => {
  if (!isStreamOf(r, 'portforward')) {
    return;
  }
  const pod = podTargetOf(session, r);
  session.find(
    {
      ...podDraft(r, pod),
      verb: 'port-forward',
      slash: true,
      words: ['<ports>'],
      missing: ['ports'],
    },
    [r, ...pod.reads],
  );
};

/** The two ways kubectl cp reads a path; the second when it resumes. */
function copiedPath(
  argv: string[],
): { path: string; resumed: boolean } | undefined {
  if (
    argv[0] === 'tar' &&
    argv[1] === 'cf' &&
    argv[2] === '-' &&
    argv.length === 4
  ) {
    return { path: argv[3], resumed: false };
  }
  const script = argv[0] === 'sh' && argv[1] === '-c' ? argv[2] ?? '' : '';
  const match = /^tar cf - (.*?) ?\| ?tail -c\+\d+$/.exec(script);
  return match
    ? { path: match[1].trim().replace(/^'(.*)'$/, '$1'), resumed: true }
    : undefined;
}

/** `kubectl cp POD:PATH LOCAL`: tar to standard output. */
export const copyFromPod: Recogniser = (session, r) => {
  const copied = isStreamOf(r, 'exec') && copiedPath(r.query.getAll('command'));
  if (!copied) {
    return;
  }
  const { reads } = podTargetOf(session, r);
  const tries = session
    .after(r)
    .filter(
      t =>
        isStreamOf(t, 'exec') &&
        t.name === r.name &&
        copiedPath(t.query.getAll('command'))?.path === copied.path,
    );
  session.find(
    {
      verb: 'cp',
      targets: [],
      words: [`${r.name}:${copied.path}`, '<local>'],
      flags: [
        ...(copied.resumed ? [['--retries', '<n>'] as Flag] : []),
        ...containerFlag(r.query),
      ],
      namespace: r.namespace,
      confidence: 'likely',
      missing: ['local path', ...(copied.resumed ? ['--retries'] : [])],
    },
    [r, ...reads, ...(copied.resumed ? tries : [])],
  );
};

/** `kubectl cp LOCAL POD:PATH`: is it a folder?, then tar from standard input. */
export const copyToPod: Recogniser = (session, r) => {
  if (!isStreamOf(r, 'exec')) {
    return;
  }
  const argv = r.query.getAll('command');
  const isProbe = argv[0] === 'test' && argv[1] === '-d' && argv.length === 3;
  const isUnpack = (t: Request) =>
    isStreamOf(t, 'exec') &&
    t.name === r.name &&
    t.query.get('command') === 'tar' &&
    on(t.query, 'stdin');
  const unpack = isUnpack(r) ? r : session.after(r, 10_000_000).find(isUnpack);
  if (!unpack || (!isProbe && unpack !== r)) {
    return;
  }
  const unpackArgv = unpack.query.getAll('command');
  const at = unpackArgv.indexOf('-C');
  const folder = at < 0 ? '<path>' : unpackArgv[at + 1];
  // The probe names the full destination, tar maybe only its parent.
  const path = isProbe ? argv[2] : folder;
  const { reads } = podTargetOf(session, r);
  const betweenReads = session
    .before(unpack)
    .filter(g => isGet(g) && g.name === r.name && g.resource === 'pods');
  session.find(
    {
      verb: 'cp',
      targets: [],
      words: ['<local>', `${r.name}:${path}`],
      flags: containerFlag(unpack.query),
      namespace: r.namespace,
      confidence: 'likely',
      missing: ['local path', 'whether -c was typed'],
    },
    [...new Set([r, ...reads, ...betweenReads, unpack])],
  );
};

const LOG_FLAGS: [query: string, flag: string, unit: string][] = [
  ['tailLines', '--tail', ''],
  ['sinceSeconds', '--since', 's'],
  ['sinceTime', '--since-time', ''],
  ['limitBytes', '--limit-bytes', ''],
];

function logFlags(query: URLSearchParams): Flag[] {
  return [
    ...(on(query, 'follow') ? [['-f', true] as Flag] : []),
    ...(on(query, 'previous') ? [['-p', true] as Flag] : []),
    ...(on(query, 'timestamps') ? [['--timestamps', true] as Flag] : []),
    ...(on(query, 'insecureSkipTLSVerifyBackend')
      ? [['--insecure-skip-tls-verify-backend', true] as Flag]
      : []),
    ...LOG_FLAGS.flatMap(([key, flag, unit]) => {
      const value = query.get(key);
      return value === null ? [] : [[flag, `${value}${unit}`] as Flag];
    }),
  ];
}

/** `kubectl logs`, of one pod, of all its containers, or of a selection. */
export const logs: Recogniser = (session, r) => {
  if (r.resource !== 'pods' || r.subresource !== 'log') {
    return;
  }
  const pod = podTargetOf(session, r);
  const flags = logFlags(r.query);
  const same = session
    .after(r)
    .filter(
      l =>
        l.subresource === 'log' &&
        l.namespace === r.namespace &&
        JSON.stringify(logFlags(l.query)) === JSON.stringify(flags) &&
        (pod.selector !== undefined || !pod.direct || l.name === r.name),
    );
  const all = [r, ...same];
  const containers = new Set(all.map(l => l.query.get('container')));
  const allContainers = containers.size > 1;
  const selected = pod.selector !== undefined;
  session.find(
    bareName({
      ...podDraft(r, pod),
      verb: 'logs',
      targets: selected ? [] : [pod.target],
      slash: !pod.direct && !selected,
      flags: [
        ...(selected ? [['-l', pod.selector] as Flag] : []),
        ...flags,
        ...(allContainers
          ? [['--all-containers', true] as Flag]
          : containerFlag(r.query)),
      ],
      confidence: pod.direct && !allContainers ? 'exact' : 'likely',
      missing: ['whether -c was typed', ...(selected ? ['--prefix'] : [])],
    }),
    [...all, ...pod.reads],
  );
};

/** Through the API proxy: a browser by `kubectl proxy`, or `get --raw`. */
export const apiProxy: Recogniser = (session, r) => {
  if (r.subresource !== 'proxy') {
    return;
  }
  session.find(
    {
      verb: r.verb === 'get' ? 'get --raw' : `${r.verb} --raw`,
      targets: [],
      words: [r.e.requestURI],
      confidence: 'approximate',
      missing: ['subcommand'],
    },
    [r],
  );
};
