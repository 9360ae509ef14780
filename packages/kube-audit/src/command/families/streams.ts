import type { Draft, Flag } from '../Draft';
import type { Request } from '../Request';
import type { Recogniser } from '../Session';
import {
  containerFlag,
  isStreamOf,
  on,
  podTargetOf,
  terminalFlags,
  type PodTarget,
} from './podTarget';

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
