import { valueAt } from '../../event/json';
import type { Draft, Flag } from '../Draft';
import { REDACTED } from '../redact';
import type { Request } from '../Request';
import { dryRunFlag } from './create';
import { aboutOf } from './manifests';
import { listFlags, scopeOf } from './read';

/**
 * What one would type to the same effect as another client's request. It was
 * not typed: the confidence says so.
 */
export function equivalentOf(r: Request): Draft | undefined {
  const draft = r.resource === '' ? rawDraft(r) : objectDraft(r);
  return (
    draft && { missing: [], targets: [], ...draft, confidence: 'equivalent' }
  );
}

type Partial = Omit<Draft, 'confidence' | 'missing' | 'targets'> &
  Pick<Draft, 'verb'> & { targets?: Draft['targets']; missing?: string[] };

function rawDraft(r: Request): Partial | undefined {
  return r.verb === 'get'
    ? { verb: 'get --raw', words: [r.e.requestURI] }
    : undefined;
}

const RAW_VERBS: Record<string, string> = {
  get: 'get',
  delete: 'delete',
  update: 'replace',
};

function objectDraft(r: Request): Partial | undefined {
  const target = {
    targets: [{ resource: r.resource, name: r.name }],
    namespace: r.namespace,
  };
  if (r.subresource === 'scale' && r.verb !== 'get') {
    const replicas = valueAt(r.body, 'spec', 'replicas');
    return {
      verb: 'scale',
      ...target,
      flags:
        typeof replicas === 'number' ? [['--replicas', String(replicas)]] : [],
      missing: typeof replicas === 'number' ? [] : ['--replicas'],
    };
  }
  if (r.subresource === 'log') {
    return {
      verb: 'logs',
      targets: [{ resource: '', name: r.name }],
      namespace: r.namespace,
    };
  }
  if (r.subresource === 'exec') {
    return {
      verb: 'exec',
      targets: [{ resource: '', name: r.name }],
      flags: r.query.get('container')
        ? [['-c', r.query.get('container') ?? '']]
        : [],
      namespace: r.namespace,
      argv: r.query.getAll('command'),
    };
  }
  if (r.subresource && r.subresource !== 'status') {
    const verb = RAW_VERBS[r.verb] ?? 'create';
    const sendsBody = verb === 'create' || verb === 'replace';
    return {
      verb: `${verb} --raw`,
      words: [r.e.requestURI],
      flags: sendsBody ? [['-f', '<file>']] : [],
    };
  }
  return objectItselfDraft(r, target);
}

function objectItselfDraft(
  r: Request,
  target: Pick<Draft, 'targets' | 'namespace'>,
): Partial | undefined {
  const status: Flag[] = r.subresource
    ? [['--subresource', r.subresource]]
    : [];
  const list = {
    targets: [{ resource: r.resource }],
    flags: listFlags(r).filter(
      ([flag]) => flag === '-l' || flag === '--field-selector',
    ),
    ...scopeOf(r),
  };
  const file = {
    namespace: r.namespace,
    about: aboutOf(r),
    missing: ['values'],
  };
  switch (r.verb) {
    case 'get':
      return { verb: 'get', ...target, flags: status };
    case 'list':
      return { verb: 'get', ...list };
    case 'watch':
      return {
        verb: 'get',
        ...list,
        flags: [...list.flags, ['--watch-only', true]],
      };
    case 'create':
      return {
        verb: 'create',
        ...file,
        flags: [['-f', '<file>'], ...dryRunFlag(r)],
      };
    case 'update':
      return {
        verb: 'replace',
        ...file,
        flags: [...status, ['-f', '<file>'], ...dryRunFlag(r)],
      };
    case 'patch':
      return r.query.has('force')
        ? {
            verb: 'apply --server-side',
            ...file,
            flags: [
              ...(r.e.fieldManager
                ? [['--field-manager', r.e.fieldManager] as Flag]
                : []),
              ...(r.query.get('force') === 'true'
                ? [['--force-conflicts', true] as Flag]
                : []),
              ['-f', '<file>'],
              ...dryRunFlag(r),
            ],
          }
        : {
            verb: 'patch',
            ...target,
            flags: [...status, ...patchFlags(r), ...dryRunFlag(r)],
            missing: r.body === undefined ? ['-p', '--type'] : ['--type'],
          };
    case 'delete':
      return { verb: 'delete', ...target };
    case 'deletecollection':
      return {
        verb: 'delete',
        ...list,
        flags: list.flags.length > 0 ? list.flags : [['--all', true]],
      };
    default:
      return undefined;
  }
}

function patchFlags(r: Request): Flag[] {
  if (r.body === undefined) {
    return [];
  }
  const json: Flag[] = Array.isArray(r.body) ? [['--type', 'json']] : [];
  return [
    ...json,
    ['-p', r.resource === 'secrets' ? REDACTED : JSON.stringify(r.body)],
  ];
}
