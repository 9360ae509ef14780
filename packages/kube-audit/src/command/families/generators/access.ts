import {
  arrayAt,
  isObject,
  stringAt,
  type JsonObject,
} from '../../../event/json';
import type { Flag } from '../../Draft';
import { flag, hasPlainMetadata, type Generator } from './Generator';

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

export const roleNamed =
  (type: string): Generator =>
  body => {
    const flags = hasPlainMetadata(body) ? ruleFlags(body) : undefined;
    return flags && { type, flags };
  };

export const bindingNamed =
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
