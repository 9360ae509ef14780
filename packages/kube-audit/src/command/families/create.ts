import {
  arrayAt,
  isObject,
  objectAt,
  stringAt,
  valueAt,
} from '../../event/json';
import { resourceOfKind } from '../../object/kinds';
import { isGet } from '../absorb';
import type { Flag } from '../Draft';
import type { Request } from '../Request';
import { isSensitiveName, REDACTED } from '../redact';
import type { Recogniser, Session } from '../Session';
import { GENERATORS } from './generators/generators';
import { createFromFile, isFromFile } from './manifests';

export const dryRunFlag = (r: Request): Flag[] =>
  r.query.getAll('dryRun').includes('All') ? [['--dry-run', 'server']] : [];

/** `kubectl create TYPE NAME …` or `kubectl create -f`. */
export const create: Recogniser = (session, r) => {
  if (r.verb !== 'create' || r.e.fieldManager !== 'kubectl-create') {
    return;
  }
  const generator = GENERATORS[r.resource];
  if (!generator || isFromFile(session, r)) {
    createFromFile(session, r);
    return;
  }
  const fromCronJob = session
    .before(r)
    .find(g => r.resource === 'jobs' && isGet(g) && g.resource === 'cronjobs');
  if (r.body === undefined) {
    session.find(
      {
        verb: `create ${generator.type}`,
        targets: [{ resource: '', name: r.name ?? '<name>' }],
        flags: [
          ...(fromCronJob
            ? [['--from', `cronjob/${fromCronJob.name}`] as Flag]
            : []),
          ...dryRunFlag(r),
        ],
        namespace: r.namespace,
        confidence: fromCronJob ? 'likely' : 'approximate',
        missing: [...generator.hidden, 'values', '-f path'],
      },
      [r, ...(fromCronJob ? [fromCronJob] : [])],
    );
    return;
  }
  const generated = isObject(r.body)
    ? generator.read(r.body, r.name ?? '', r)
    : undefined;
  if (!generated) {
    createFromFile(session, r);
    return;
  }
  session.find(
    {
      verb: `create ${generated.type}`,
      targets: [{ resource: '', name: r.name ?? '<name>' }],
      flags: [...generated.flags, ...dryRunFlag(r)],
      argv: generated.argv,
      namespace: r.namespace,
      confidence: generated.vague ? 'approximate' : 'likely',
      missing: generated.vague ? generator.hidden : [],
    },
    [r, ...(fromCronJob ? [fromCronJob] : [])],
  );
};

/** `kubectl run`, with what follows when it stays attached. */
export const run: Recogniser = (session, r) => {
  if (r.verb !== 'create' || r.e.fieldManager !== 'kubectl-run') {
    return;
  }
  const tail = session
    .after(r, 30_000_000)
    .filter(
      n =>
        n.resource === 'pods' &&
        (n.name === r.name ||
          n.query.get('fieldSelector') === `metadata.name=${r.name}`),
    );
  const attach = tail.find(n => n.subresource === 'attach');
  const removed = tail.find(n => n.verb === 'delete');
  const terminal = attach
    ? `${attach.query.get('stdin') === 'true' ? 'i' : ''}${
        attach.query.get('tty') === 'true' ? 't' : ''
      }`
    : '';
  const follow: Flag[] = [
    ...(terminal ? [[`-${terminal}`, true] as Flag] : []),
    ...(attach && removed ? [['--rm', true] as Flag] : []),
  ];
  const described = runFlags(r);
  session.find(
    {
      verb: 'run',
      targets: [{ resource: '', name: r.name }],
      flags: [...follow, ...described.flags, ...dryRunFlag(r)],
      argv: described.argv,
      namespace: r.namespace,
      confidence: r.body === undefined || attach ? 'likely' : 'exact',
      missing:
        r.body === undefined
          ? [
              '--image',
              '--restart',
              '--env',
              '--port',
              '--labels',
              '-i',
              '-t',
              'args',
            ]
          : [],
    },
    [r, ...(attach ? tail : [])],
  );
};

function runFlags(r: Request): { flags: Flag[]; argv?: string[] } {
  const container = objectAt(r.body, 'spec', 'containers', 0);
  if (!container) {
    return { flags: [] };
  }
  const restart = stringAt(r.body, 'spec', 'restartPolicy');
  const port = valueAt(container, 'ports', 0, 'containerPort');
  const labels = Object.entries(objectAt(r.body, 'metadata', 'labels') ?? {});
  const usual =
    labels.length === 1 && labels[0][0] === 'run' && labels[0][1] === r.name;
  const command = arrayAt(container, 'command').map(String);
  const args = arrayAt(container, 'args').map(String);
  const argv = command.length > 0 ? command : args;
  return {
    flags: [
      ['--image', String(container.image)],
      ...(restart && restart !== 'Always'
        ? [['--restart', restart] as Flag]
        : []),
      ...(port === undefined ? [] : [['--port', String(port)] as Flag]),
      ...arrayAt(container, 'env').map((env): Flag => {
        const name = stringAt(env, 'name') ?? '';
        return [
          '--env',
          `${name}=${
            isSensitiveName(name) ? REDACTED : stringAt(env, 'value') ?? ''
          }`,
        ];
      }),
      ...(usual
        ? []
        : [
            ['--labels', labels.map(([k, v]) => `${k}=${v}`).join(',')] as Flag,
          ]),
      ...(command.length > 0 ? [['--command', true] as Flag] : []),
    ],
    argv: argv.length > 0 ? argv : undefined,
  };
}

/** The object a command was typed for, read just before. */
function sourceOf(session: Session, r: Request): Request | undefined {
  return session
    .before(r)
    .find(g => isGet(g) && g.namespace === r.namespace && g.code < 400);
}

export const expose: Recogniser = (session, r) => {
  if (r.verb !== 'create' || r.e.fieldManager !== 'kubectl-expose') {
    return;
  }
  const source = sourceOf(session, r);
  session.find(
    {
      verb: 'expose',
      targets: [
        {
          resource: source?.resource ?? '<type>',
          name: source?.name ?? '<name>',
        },
      ],
      flags: [
        ...exposeFlags(r),
        ...(source?.name === r.name || !r.name
          ? []
          : [['--name', r.name] as Flag]),
        ...dryRunFlag(r),
      ],
      namespace: r.namespace,
      confidence: r.body === undefined || !source ? 'likely' : 'exact',
      missing:
        r.body === undefined
          ? ['--port', '--target-port', '--type', '--protocol']
          : [],
    },
    [r, ...(source ? [source] : [])],
  );
};

function exposeFlags(r: Request): Flag[] {
  const ports = arrayAt(r.body, 'spec', 'ports').filter(isObject);
  const [port] = ports;
  if (!port) {
    return [];
  }
  const type = stringAt(r.body, 'spec', 'type');
  return [
    ['--port', ports.map(p => String(p.port)).join(',')],
    ...(port.targetPort === undefined || port.targetPort === port.port
      ? []
      : [['--target-port', String(port.targetPort)] as Flag]),
    ...(port.protocol === undefined || port.protocol === 'TCP'
      ? []
      : [['--protocol', String(port.protocol)] as Flag]),
    ...(type && type !== 'ClusterIP' ? [['--type', type] as Flag] : []),
  ];
}

export const autoscale: Recogniser = (session, r) => {
  if (r.verb !== 'create' || r.e.fieldManager !== 'kubectl-autoscale') {
    return;
  }
  const source = sourceOf(session, r);
  const kind = stringAt(r.body, 'spec', 'scaleTargetRef', 'kind');
  const target = {
    resource: kind ? resourceOfKind(kind) : source?.resource ?? '<type>',
    name: stringAt(r.body, 'spec', 'scaleTargetRef', 'name') ?? source?.name,
  };
  session.find(
    {
      verb: 'autoscale',
      targets: [target],
      flags: [
        ...autoscaleFlags(r),
        ...(target.name === r.name || !r.name
          ? []
          : [['--name', r.name] as Flag]),
        ...dryRunFlag(r),
      ],
      namespace: r.namespace,
      confidence: r.body === undefined ? 'likely' : 'exact',
      missing:
        r.body === undefined ? ['--min', '--max', '--cpu', '--memory'] : [],
    },
    [r, ...(source ? [source] : [])],
  );
};

function autoscaleFlags(r: Request): Flag[] {
  const value = (name: string, number: unknown): Flag[] =>
    typeof number === 'number' ? [[name, String(number)]] : [];
  const metrics = arrayAt(r.body, 'spec', 'metrics').flatMap(
    (metric): Flag[] => {
      const name = stringAt(metric, 'resource', 'name');
      const percent = valueAt(
        metric,
        'resource',
        'target',
        'averageUtilization',
      );
      const amount = valueAt(metric, 'resource', 'target', 'averageValue');
      if (!name || (percent === undefined && amount === undefined)) {
        return [];
      }
      return [
        [`--${name}`, percent === undefined ? String(amount) : `${percent}%`],
      ];
    },
  );
  const cpu = valueAt(r.body, 'spec', 'targetCPUUtilizationPercentage');
  return [
    ...value('--min', valueAt(r.body, 'spec', 'minReplicas')),
    ...value('--max', valueAt(r.body, 'spec', 'maxReplicas')),
    ...metrics,
    ...(typeof cpu === 'number' ? [['--cpu', `${cpu}%`] as Flag] : []),
  ];
}
