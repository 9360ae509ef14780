import {
  arrayAt,
  isObject,
  objectAt,
  stringAt,
  valueAt,
  type JsonObject,
} from '../../event/json';
import type { Flag } from '../Draft';
import type { Request } from '../Request';
import { isSensitiveName, REDACTED } from '../redact';

/** What `kubectl create TYPE` was told, read back from the object it made. */
export interface Generated {
  /** `configmap`, `secret generic`, `service clusterip`. */
  type: string;
  flags: Flag[];
  argv?: string[];
  /** Several spellings lead to this object. */
  vague?: boolean;
}

/** Undefined when the object cannot come from the generator. */
type Generator = (
  body: JsonObject,
  name: string,
  r: Request,
) => Generated | undefined;

const flag = (name: string, value: unknown): Flag[] =>
  value === undefined || value === null || value === ''
    ? []
    : [[name, String(value)]];

/** Generators set a name and, some, `app`: anything more was in a file. */
function hasPlainMetadata(
  body: JsonObject,
  labels: Record<string, string> = {},
): boolean {
  const metadata = objectAt(body, 'metadata') ?? {};
  const found = objectAt(metadata, 'labels') ?? {};
  return (
    metadata.annotations === undefined &&
    metadata.finalizers === undefined &&
    JSON.stringify(found) === JSON.stringify(labels)
  );
}

const deployment: Generator = (body, name) => {
  const containers = arrayAt(
    body,
    'spec',
    'template',
    'spec',
    'containers',
  ).filter(isObject);
  if (
    !hasPlainMetadata(body, { app: name }) ||
    containers.length === 0 ||
    !containers.every(isPlainContainer)
  ) {
    return undefined;
  }
  const replicas = valueAt(body, 'spec', 'replicas');
  const args = arrayAt(containers[0], 'command').map(String);
  return {
    type: 'deployment',
    flags: [
      ...containers.map(c => ['--image', String(c.image)] as Flag),
      ...(replicas === 1 ? [] : flag('--replicas', replicas)),
      ...flag('--port', valueAt(containers[0], 'ports', 0, 'containerPort')),
    ],
    argv: args.length > 0 ? args : undefined,
  };
};

function isPlainContainer(container: JsonObject): boolean {
  return (
    ![
      'env',
      'envFrom',
      'volumeMounts',
      'livenessProbe',
      'readinessProbe',
      'securityContext',
    ].some(key => Object.hasOwn(container, key)) &&
    Object.keys(objectAt(container, 'resources') ?? {}).length === 0
  );
}

const configMap: Generator = body => {
  if (!hasPlainMetadata(body)) {
    return undefined;
  }
  const data = Object.entries(objectAt(body, 'data') ?? {});
  const binary = Object.keys(objectAt(body, 'binaryData') ?? {});
  const isFile = ([key, value]: [string, unknown]) =>
    /\.\w+$/.test(key) || String(value).includes('\n');
  return {
    type: 'configmap',
    flags: [
      ...data.map(
        (entry): Flag =>
          isFile(entry)
            ? ['--from-file', entry[0]]
            : [
                '--from-literal',
                `${entry[0]}=${
                  isSensitiveName(entry[0]) ? REDACTED : entry[1]
                }`,
              ],
      ),
      ...binary.map((key): Flag => ['--from-file', key]),
    ],
    vague: data.some(isFile) || binary.length > 0,
  };
};

const serviceAccount: Generator = body =>
  hasPlainMetadata(body) && !body.secrets && !body.imagePullSecrets
    ? { type: 'serviceaccount', flags: [] }
    : undefined;

const namespace: Generator = (body, name) =>
  hasPlainMetadata(body) ||
  hasPlainMetadata(body, { 'kubernetes.io/metadata.name': name })
    ? { type: 'namespace', flags: [] }
    : undefined;

function ruleFlags(body: JsonObject): Flag[] | undefined {
  const rules = arrayAt(body, 'rules').filter(isObject);
  const verbs = new Set(rules.map(rule => arrayAt(rule, 'verbs').join(',')));
  if (rules.length === 0 || verbs.size > 1) {
    return undefined;
  }
  return [['--verb', [...verbs][0]], ...rules.flatMap(resourceFlags)];
}

function resourceFlags(rule: JsonObject): Flag[] {
  const urls = arrayAt(rule, 'nonResourceURLs').map(String);
  const names = arrayAt(rule, 'resourceNames').map(String);
  const group = String(arrayAt(rule, 'apiGroups')[0] ?? '');
  const resources = arrayAt(rule, 'resources').map(resource => {
    const [type, sub] = String(resource).split('/');
    return `${type}${group ? `.${group}` : ''}${sub ? `/${sub}` : ''}`;
  });
  return [
    ...(resources.length > 0
      ? [['--resource', resources.join(',')] as Flag]
      : []),
    ...(names.length > 0 ? [['--resource-name', names.join(',')] as Flag] : []),
    ...(urls.length > 0
      ? [['--non-resource-url', urls.join(',')] as Flag]
      : []),
  ];
}

const roleNamed =
  (type: string): Generator =>
  body => {
    const flags = hasPlainMetadata(body) ? ruleFlags(body) : undefined;
    return flags && { type, flags };
  };

const bindingNamed =
  (type: string): Generator =>
  body => {
    if (!hasPlainMetadata(body)) {
      return undefined;
    }
    const isClusterRole = stringAt(body, 'roleRef', 'kind') === 'ClusterRole';
    return {
      type,
      flags: [
        ...flag(
          isClusterRole ? '--clusterrole' : '--role',
          stringAt(body, 'roleRef', 'name'),
        ),
        ...subjectFlags(arrayAt(body, 'subjects')),
      ],
    };
  };

/** `--user`, `--group`, `--serviceaccount` of a list of subjects. */
export function subjectFlags(subjects: unknown[]): Flag[] {
  return subjects.flatMap(subject => {
    const name = stringAt(subject, 'name') ?? '';
    switch (stringAt(subject, 'kind')) {
      case 'User':
        return [['--user', name]];
      case 'Group':
        return [['--group', name]];
      default:
        return [
          ['--serviceaccount', `${stringAt(subject, 'namespace')}:${name}`],
        ];
    }
  });
}

const ingress: Generator = body => {
  if (!hasPlainMetadata(body)) {
    return undefined;
  }
  const secrets = new Map(
    arrayAt(body, 'spec', 'tls').flatMap(tls =>
      arrayAt(tls, 'hosts').map(
        host => [String(host), stringAt(tls, 'secretName')] as const,
      ),
    ),
  );
  const rules = arrayAt(body, 'spec', 'rules').flatMap(rule => {
    const host = stringAt(rule, 'host') ?? '';
    return arrayAt(rule, 'http', 'paths').map((path): Flag => {
      const star = stringAt(path, 'pathType') === 'Prefix' ? '*' : '';
      const port =
        valueAt(path, 'backend', 'service', 'port', 'number') ??
        valueAt(path, 'backend', 'service', 'port', 'name');
      const secret = secrets.get(host);
      const tls = secrets.has(host) ? `,tls${secret ? `=${secret}` : ''}` : '';
      return [
        '--rule',
        `${host}${stringAt(path, 'path')}${star}=${stringAt(
          path,
          'backend',
          'service',
          'name',
        )}:${port}${tls}`,
      ];
    });
  });
  return {
    type: 'ingress',
    flags: [
      ...flag('--class', stringAt(body, 'spec', 'ingressClassName')),
      ...rules,
    ],
  };
};

const priorityClass: Generator = body => {
  const policy = stringAt(body, 'preemptionPolicy');
  return hasPlainMetadata(body)
    ? {
        type: 'priorityclass',
        flags: [
          ...flag('--value', valueAt(body, 'value')),
          ...(body.globalDefault === true
            ? [['--global-default', true] as Flag]
            : []),
          ...flag('--description', stringAt(body, 'description')),
          ...(policy === 'PreemptLowerPriority'
            ? []
            : flag('--preemption-policy', policy)),
        ],
      }
    : undefined;
};

const quota: Generator = body => {
  const hard = Object.entries(objectAt(body, 'spec', 'hard') ?? {});
  const scopes = arrayAt(body, 'spec', 'scopes');
  return hasPlainMetadata(body)
    ? {
        type: 'quota',
        flags: [
          ...flag(
            '--hard',
            hard.map(([key, value]) => `${key}=${value}`).join(','),
          ),
          ...flag('--scopes', scopes.join(',')),
        ],
      }
    : undefined;
};

const podDisruptionBudget: Generator = body => {
  const selector = Object.entries(
    objectAt(body, 'spec', 'selector', 'matchLabels') ?? {},
  );
  return hasPlainMetadata(body)
    ? {
        type: 'poddisruptionbudget',
        flags: [
          ...flag(
            '--selector',
            selector.map(([key, value]) => `${key}=${value}`).join(','),
          ),
          ...flag('--min-available', valueAt(body, 'spec', 'minAvailable')),
          ...flag('--max-unavailable', valueAt(body, 'spec', 'maxUnavailable')),
        ],
      }
    : undefined;
};

const service: Generator = (body, name) => {
  if (!hasPlainMetadata(body, { app: name })) {
    return undefined;
  }
  const type = stringAt(body, 'spec', 'type') ?? 'ClusterIP';
  const ports = arrayAt(body, 'spec', 'ports').filter(isObject);
  const tcp = ports.map(p =>
    p.port === p.targetPort || p.targetPort === undefined
      ? `${p.port}`
      : `${p.port}:${p.targetPort}`,
  );
  return {
    type: `service ${type.toLowerCase()}`,
    flags: [
      ...flag('--external-name', stringAt(body, 'spec', 'externalName')),
      ...(valueAt(body, 'spec', 'clusterIP') === 'None'
        ? [['--clusterip', 'None'] as Flag]
        : []),
      ...flag('--tcp', tcp.join(',')),
      ...flag('--node-port', ports.map(p => p.nodePort).find(Boolean)),
    ],
  };
};

const job: Generator = (body, _name, r) => {
  const annotations = objectAt(body, 'metadata', 'annotations') ?? {};
  if (annotations['cronjob.kubernetes.io/instantiate'] === 'manual') {
    const owner = stringAt(body, 'metadata', 'ownerReferences', 0, 'name');
    return {
      type: 'job',
      flags: [['--from', owner ? `cronjob/${owner}` : '<cronjob>']],
    };
  }
  const containers = arrayAt(
    body,
    'spec',
    'template',
    'spec',
    'containers',
  ).filter(isObject);
  const command = arrayAt(containers[0], 'command').map(String);
  const plain =
    r.name !== undefined &&
    containers.length === 1 &&
    containers.every(isPlainContainer) &&
    containers[0].name === r.name;
  return plain && hasPlainMetadata(body)
    ? {
        type: 'job',
        flags: flag('--image', containers[0].image),
        argv: command.length > 0 ? command : undefined,
      }
    : undefined;
};

const cronJob: Generator = (body, name) => {
  const containers = arrayAt(
    body,
    'spec',
    'jobTemplate',
    'spec',
    'template',
    'spec',
    'containers',
  ).filter(isObject);
  const command = arrayAt(containers[0], 'command').map(String);
  const restart = stringAt(
    body,
    'spec',
    'jobTemplate',
    'spec',
    'template',
    'spec',
    'restartPolicy',
  );
  const plain =
    containers.length === 1 &&
    containers.every(isPlainContainer) &&
    containers[0].name === name;
  return plain && hasPlainMetadata(body)
    ? {
        type: 'cronjob',
        flags: [
          ...flag('--image', containers[0].image),
          ...flag('--schedule', stringAt(body, 'spec', 'schedule')),
          ...(restart === 'OnFailure' ? [] : flag('--restart', restart)),
        ],
        argv: command.length > 0 ? command : undefined,
      }
    : undefined;
};

/** Values of a Secret are never shown; its type names the generator. */
const secret: Generator = body => {
  const type = stringAt(body, 'type') ?? 'Opaque';
  if (!hasPlainMetadata(body)) {
    return undefined;
  }
  if (type === 'kubernetes.io/tls') {
    return {
      type: 'secret tls',
      flags: [
        ['--cert', '<file>'],
        ['--key', '<file>'],
      ],
      vague: true,
    };
  }
  if (type === 'kubernetes.io/dockerconfigjson') {
    return { type: 'secret docker-registry', flags: [], vague: true };
  }
  const keys = Object.keys(objectAt(body, 'data') ?? {});
  return {
    type: 'secret generic',
    flags: keys.map((key): Flag => ['--from-literal', `${key}=${REDACTED}`]),
    vague: true,
  };
};

/** Generators by resource, and the flags that Metadata hides. */
export const GENERATORS: Record<
  string,
  { type: string; hidden: string[]; read: Generator }
> = {
  deployments: {
    type: 'deployment',
    hidden: ['--image', '--replicas', '--port', 'args'],
    read: deployment,
  },
  configmaps: {
    type: 'configmap',
    hidden: ['--from-file', '--from-literal', '--from-env-file'],
    read: configMap,
  },
  secrets: {
    type: 'secret <type>',
    hidden: ['type', '--from-file', '--from-literal', '--cert', '--key'],
    read: secret,
  },
  serviceaccounts: { type: 'serviceaccount', hidden: [], read: serviceAccount },
  namespaces: { type: 'namespace', hidden: [], read: namespace },
  roles: {
    type: 'role',
    hidden: ['--verb', '--resource', '--resource-name'],
    read: roleNamed('role'),
  },
  clusterroles: {
    type: 'clusterrole',
    hidden: ['--verb', '--resource', '--non-resource-url'],
    read: roleNamed('clusterrole'),
  },
  rolebindings: {
    type: 'rolebinding',
    hidden: [
      '--role',
      '--clusterrole',
      '--user',
      '--group',
      '--serviceaccount',
    ],
    read: bindingNamed('rolebinding'),
  },
  clusterrolebindings: {
    type: 'clusterrolebinding',
    hidden: ['--clusterrole', '--user', '--group', '--serviceaccount'],
    read: bindingNamed('clusterrolebinding'),
  },
  ingresses: { type: 'ingress', hidden: ['--rule', '--class'], read: ingress },
  priorityclasses: {
    type: 'priorityclass',
    hidden: ['--value', '--description', '--global-default'],
    read: priorityClass,
  },
  resourcequotas: {
    type: 'quota',
    hidden: ['--hard', '--scopes'],
    read: quota,
  },
  poddisruptionbudgets: {
    type: 'poddisruptionbudget',
    hidden: ['--selector', '--min-available', '--max-unavailable'],
    read: podDisruptionBudget,
  },
  services: {
    type: 'service <type>',
    hidden: ['type', '--tcp', '--external-name', '--clusterip', '--node-port'],
    read: service,
  },
  jobs: { type: 'job', hidden: ['--image', '--from', 'args'], read: job },
  cronjobs: {
    type: 'cronjob',
    hidden: ['--image', '--schedule', '--restart', 'args'],
    read: cronJob,
  },
};
