import { arrayAt, objectAt, stringAt, valueAt } from '../../event/json';
import { knownType } from '../../object/kinds';
import { readsBefore } from '../absorb';
import type { Draft, Flag } from '../Draft';
import type { Request } from '../Request';
import type { Recogniser } from '../Session';

/** `kubectl auth can-i`, `auth can-i --list`, `auth whoami`. */
export const review: Recogniser = (session, r) => {
  if (r.verb !== 'create') {
    return;
  }
  switch (r.resource) {
    case 'selfsubjectaccessreviews':
      session.find(canI(r), [r]);
      break;
    case 'selfsubjectrulesreviews':
      session.find(
        {
          verb: 'auth can-i',
          targets: [],
          flags: [['--list', true]],
          namespace: stringAt(r.body, 'spec', 'namespace'),
          confidence: r.body === undefined ? 'likely' : 'exact',
          missing: r.body === undefined ? ['-n'] : [],
        },
        [r],
      );
      break;
    case 'selfsubjectreviews':
      session.find(
        { verb: 'auth whoami', targets: [], confidence: 'exact', missing: [] },
        [r],
      );
      break;
    default:
  }
};

function canI(r: Request): Draft {
  const path = objectAt(r.body, 'spec', 'nonResourceAttributes');
  const asked = objectAt(r.body, 'spec', 'resourceAttributes');
  if (!path && !asked) {
    return {
      verb: 'auth can-i',
      targets: [],
      confidence: 'likely',
      missing: ['args', 'values', '-n'],
    };
  }
  const words = path
    ? [stringAt(path, 'verb') ?? '', stringAt(path, 'path') ?? '']
    : [stringAt(asked, 'verb') ?? '', typeAndName(asked)];
  const namespace = stringAt(asked, 'namespace');
  const subresource = stringAt(asked, 'subresource');
  const known = knownType(
    stringAt(asked, 'group') ?? '',
    stringAt(asked, 'resource') ?? '',
  );
  return {
    verb: 'auth can-i',
    targets: [],
    words,
    flags: subresource ? [['--subresource', subresource]] : [],
    namespace,
    allNamespaces:
      asked !== undefined && !namespace && known?.namespaced !== false,
    confidence: 'exact',
    missing: [],
  };
}

function typeAndName(asked: unknown): string {
  const group = stringAt(asked, 'group');
  const resource = stringAt(asked, 'resource') ?? '';
  const name = stringAt(asked, 'name');
  const type = group && group !== '*' ? `${resource}.${group}` : resource;
  return name ? `${type}/${name}` : type;
}

/** `kubectl certificate approve|deny`. */
export const certificate: Recogniser = (session, r) => {
  if (
    r.resource !== 'certificatesigningrequests' ||
    r.subresource !== 'approval'
  ) {
    return;
  }
  const types = arrayAt(r.body, 'status', 'conditions').map(c =>
    stringAt(c, 'type'),
  );
  const action = actionOf(types);
  session.find(
    {
      verb: `certificate ${action ?? '<approve|deny>'}`,
      targets: [{ resource: '', name: r.name }],
      confidence: action ? 'exact' : 'likely',
      missing: action ? [] : ['approve or deny'],
      mergeable: true,
    },
    [r, ...readsBefore(session, r, 2)],
  );
};

function actionOf(conditions: unknown[]): string | undefined {
  if (conditions.includes('Denied')) {
    return 'deny';
  }
  return conditions.includes('Approved') ? 'approve' : undefined;
}

/** `kubectl create token`. */
export const token: Recogniser = (session, r) => {
  if (
    r.verb !== 'create' ||
    r.resource !== 'serviceaccounts' ||
    r.subresource !== 'token'
  ) {
    return;
  }
  const seconds = valueAt(r.body, 'spec', 'expirationSeconds');
  const bound = objectAt(r.body, 'spec', 'boundObjectRef');
  const flags: Flag[] = [
    ...arrayAt(r.body, 'spec', 'audiences').map(
      (a): Flag => ['--audience', String(a)],
    ),
    ...(typeof seconds === 'number' && seconds !== 3600
      ? [['--duration', `${seconds}s`] as Flag]
      : []),
    ...(bound
      ? ([
          ['--bound-object-kind', String(bound.kind)],
          ['--bound-object-name', String(bound.name)],
        ] as Flag[])
      : []),
  ];
  session.find(
    {
      verb: 'create token',
      targets: [{ resource: '', name: r.name }],
      flags,
      namespace: r.namespace,
      confidence: 'likely',
      missing: [
        '--duration',
        '--audience',
        '--bound-object-kind',
        '--bound-object-name',
      ],
    },
    [r],
  );
};
