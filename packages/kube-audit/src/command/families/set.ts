import {
  arrayAt,
  isObject,
  objectAt,
  stringAt,
  type JsonObject,
} from '../../event/json';
import { isGet, isSameObject } from '../absorb';
import type { Draft, Flag } from '../Draft';
import { isSensitiveName, REDACTED } from '../redact';
import type { Request } from '../Request';
import type { Recogniser, Session } from '../Session';
import { findChange, keyWords } from './changes';
import { subjectFlags } from './generators/access';

type SetDraft = Pick<
  Draft,
  'verb' | 'words' | 'flags' | 'confidence' | 'missing'
>;

/** `kubectl set …`: which one only the body tells, or the type of the object. */
export const set: Recogniser = (session, r) => {
  if (
    r.e.fieldManager !== 'kubectl-set' ||
    (r.verb !== 'patch' && r.verb !== 'update')
  ) {
    return;
  }
  const draft =
    r.body === undefined
      ? withSource(session, r, withoutBody(r))
      : fromBody(session, r);
  findChange(session, r, draft);
};

function withoutBody(r: Request): SetDraft {
  const missing = ['what', 'values'];
  if (r.resource === 'services') {
    return { verb: 'set selector', confidence: 'likely', missing: ['values'] };
  }
  if (r.resource.endsWith('rolebindings')) {
    return {
      verb: 'set subject',
      confidence: 'likely',
      missing: ['--user', '--group', '--serviceaccount'],
    };
  }
  return { verb: 'set <what>', confidence: 'likely', missing };
}

function fromBody(session: Session, r: Request): SetDraft {
  if (r.resource.endsWith('rolebindings')) {
    return setSubject(session, r);
  }
  if (r.resource === 'services') {
    const selector = objectAt(r.body, 'spec', 'selector') ?? {};
    return {
      verb: 'set selector',
      words: [
        Object.entries(selector)
          .filter(([, v]) => v !== null)
          .map(([k, v]) => `${k}=${v}`)
          .join(','),
      ],
      confidence: 'likely',
      missing: ['values'],
    };
  }
  const spec = podSpecIn(r.body) ?? {};
  if (typeof spec.serviceAccountName === 'string') {
    return {
      verb: 'set serviceaccount',
      words: [spec.serviceAccountName],
      confidence: 'exact',
      missing: [],
    };
  }
  const read = readOf(session, r);
  return withSource(
    session,
    r,
    setContainers(spec, containersIn(read?.response)),
  );
}

/** `set env --from` reads the source right before the object. */
function withSource(session: Session, r: Request, draft: SetDraft): SetDraft {
  if (draft.verb === 'set env' || r.body === undefined) {
    const source = envSource(session, r);
    if (source) {
      session.hide(source);
      return {
        ...draft,
        verb: 'set env',
        flags: [
          ...(draft.flags ?? []).filter(([flag]) => flag !== '--from'),
          ['--from', `${source.resource.slice(0, -1)}/${source.name}`],
        ],
        confidence: 'likely',
        missing: ['--keys', '--prefix', '-c'],
      };
    }
  }
  return draft;
}

function envSource(session: Session, r: Request): Request | undefined {
  const [read, source] = session.before(r, 500_000);
  const fits =
    read !== undefined &&
    isGet(read) &&
    isSameObject(read, r) &&
    source !== undefined &&
    isGet(source) &&
    (source.resource === 'configmaps' || source.resource === 'secrets') &&
    source.namespace === r.namespace;
  return fits ? source : undefined;
}

function podSpecIn(body: unknown): JsonObject | undefined {
  return (
    objectAt(body, 'spec', 'jobTemplate', 'spec', 'template', 'spec') ??
    objectAt(body, 'spec', 'template', 'spec') ??
    objectAt(body, 'spec')
  );
}

function setContainers(spec: JsonObject, before: JsonObject[]): SetDraft {
  const lists = ['containers', 'initContainers'];
  const changed = lists.flatMap(list => arrayAt(spec, list)).filter(isObject);
  const all = lists.flatMap(list => arrayAt(spec, `$setElementOrder/${list}`));
  const chosen: Flag[] =
    changed.length < all.length ? changed.map(c => ['-c', String(c.name)]) : [];
  if (changed.some(c => typeof c.image === 'string')) {
    return {
      verb: 'set image',
      words: changed.map(c => `${c.name}=${c.image}`),
      confidence: 'exact',
      missing: [],
    };
  }
  if (
    changed.some(
      c => Object.hasOwn(c, 'env') || Object.hasOwn(c, '$setElementOrder/env'),
    )
  ) {
    return setEnv(changed, chosen, before);
  }
  if (changed.some(c => isObject(c.resources))) {
    const resources = objectAt(changed[0], 'resources');
    return {
      verb: 'set resources',
      flags: [
        ...chosen,
        ...quantities('--limits', resources?.limits),
        ...quantities('--requests', resources?.requests),
      ],
      confidence: 'exact',
      missing: [],
    };
  }
  return {
    verb: 'set <what>',
    confidence: 'likely',
    missing: ['what', 'values'],
  };
}

function setEnv(
  changed: JsonObject[],
  chosen: Flag[],
  before: JsonObject[],
): SetDraft {
  const env =
    changed[0].env === null
      ? removedEnv(changed[0], before)
      : arrayAt(changed[0], 'env');
  const sources = new Set(env.flatMap(sourceOf));
  const words = env
    .filter(e => sourceOf(e).length === 0)
    .map(e => {
      const name = stringAt(e, 'name') ?? '';
      const value = isSensitiveName(name)
        ? REDACTED
        : stringAt(e, 'value') ?? '';
      return stringAt(e, '$patch') === 'delete'
        ? `${name}-`
        : `${name}=${value}`;
    });
  return {
    verb: 'set env',
    words,
    flags: [...chosen, ...[...sources].map((s): Flag => ['--from', s])],
    // --from takes all keys, --prefix and --keys change names: not all is certain.
    confidence: sources.size > 0 ? 'likely' : 'exact',
    missing: sources.size > 0 ? ['--keys', '--prefix'] : [],
  };
}

/** `env: null` removes what the container had. */
function removedEnv(container: JsonObject, before: JsonObject[]): unknown[] {
  const had = before.find(c => c.name === container.name);
  return arrayAt(had, 'env').map(e => ({
    name: stringAt(e, 'name'),
    $patch: 'delete',
  }));
}

function readOf(session: Session, r: Request): Request | undefined {
  return session.before(r).find(g => isGet(g) && isSameObject(g, r));
}

function containersIn(object: unknown): JsonObject[] {
  const spec = podSpecIn(object);
  return ['containers', 'initContainers']
    .flatMap(list => arrayAt(spec, list))
    .filter(isObject);
}

function sourceOf(env: unknown): string[] {
  const config = stringAt(env, 'valueFrom', 'configMapKeyRef', 'name');
  const secret = stringAt(env, 'valueFrom', 'secretKeyRef', 'name');
  return [
    ...(config ? [`configmap/${config}`] : []),
    ...(secret ? [`secret/${secret}`] : []),
  ];
}

function quantities(flag: string, values: unknown): Flag[] {
  return isObject(values) ? [[flag, keyWords(values).join(',')]] : [];
}

/** The patch carries all subjects; the read before shows which are new. */
function setSubject(session: Session, r: Request): SetDraft {
  const read = readOf(session, r);
  const before = new Set(
    arrayAt(read?.response, 'subjects').map(
      s =>
        `${stringAt(s, 'kind')} ${stringAt(s, 'namespace') ?? ''} ${stringAt(
          s,
          'name',
        )}`,
    ),
  );
  const added = arrayAt(r.body, 'subjects').filter(
    s =>
      !before.has(
        `${stringAt(s, 'kind')} ${stringAt(s, 'namespace') ?? ''} ${stringAt(
          s,
          'name',
        )}`,
      ),
  );
  return {
    verb: 'set subject',
    flags: subjectFlags(added),
    confidence: 'likely',
    missing: [],
  };
}
