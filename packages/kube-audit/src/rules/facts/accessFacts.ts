import { arrayAt, isObject, stringAt, type JsonObject } from '../../event/json';
import type { Fact, FactInput } from './Fact';

const SHARED_ADMINS = new Set([
  'system:admin',
  'kube:admin',
  'kubernetes-admin',
  'kubernetes-super-admin',
  'masterclient',
]);

/** Looks at who authenticated: acting as somebody else is still the same key to the house. */
const breakGlassIdentity: Fact = ({ e }) => {
  if (!e.object) {
    return false;
  }
  if (SHARED_ADMINS.has(e.user.username)) {
    return e.user.username;
  }
  return e.user.groups.includes('system:masters') && 'group system:masters';
};

const impersonates: Fact = ({ e }) =>
  e.impersonatedUser !== undefined &&
  e.impersonatedUser.username !== e.user.username;

const impersonatesMasters: Fact = ({ e }) =>
  e.impersonatedUser?.groups.includes('system:masters') ?? false;

const notHealthCheck: Fact = ({ e }) =>
  !/^\/(healthz|livez|readyz|version|\.well-known|openid)(\/|\?|$)/.test(
    e.requestURI,
  );

const auditIDReused: Fact = ({ auditIDReused: reused }) => reused;

// ---- RBAC

const POWERFUL_ROLES = new Set(['cluster-admin', 'admin', 'system:masters']);
const ESCALATING_VERBS = ['bind', 'escalate', 'impersonate'];
const ANYBODY = new Set(['system:anonymous', 'system:unauthenticated']);

const grantsEscalation: Fact = input => {
  const reasons = isBinding(input) ? bindingReasons(input) : roleReasons(input);
  return [...new Set(reasons)].join(', ');
};

function isBinding({ e }: FactInput): boolean {
  return e.object?.resource.endsWith('bindings') ?? false;
}

function bindingReasons({ e, change }: FactInput): string[] {
  const subjects = arrayAt(change, 'subjects');
  if (subjects.length === 0) {
    return [];
  }
  const role =
    stringAt(change, 'roleRef', 'name') ??
    stringAt(e.event.responseObject, 'roleRef', 'name');
  const names = subjects.map(subject => stringAt(subject, 'name') ?? '');
  return [
    ...(role && POWERFUL_ROLES.has(role)
      ? [`${role} to ${names.join(', ')}`]
      : []),
    ...names
      .filter(name => ANYBODY.has(name))
      .map(name => `${role} to ${name}`),
  ];
}

function roleReasons({ change }: FactInput): string[] {
  return arrayAt(change, 'rules').filter(isObject).flatMap(ruleReasons);
}

function ruleReasons(rule: JsonObject): string[] {
  const verbs = arrayAt(rule, 'verbs').map(String);
  const resources = arrayAt(rule, 'resources').map(String);
  const can = (verb: string) => verbs.includes(verb) || verbs.includes('*');
  return [
    ...(verbs.includes('*') ? ['all verbs'] : []),
    ...(resources.includes('*') ? ['all resources'] : []),
    ...ESCALATING_VERBS.filter(verb => verbs.includes(verb)),
    ...(resources.includes('pods/exec') && (can('create') || can('get'))
      ? ['pods/exec']
      : []),
    ...(resources.includes('nodes/proxy') ? ['nodes/proxy'] : []),
    ...(resources.includes('secrets') && (can('list') || can('watch'))
      ? ['list secrets']
      : []),
  ];
}

// ---- certificates

const certificateRequested: Fact = () => 'requested the client certificate';

const approvesCertificate: Fact = ({ e, change }) => {
  if (change === undefined) {
    return 'approved or denied';
  }
  const approved = (body: unknown) =>
    arrayAt(body, 'status', 'conditions').some(
      condition => stringAt(condition, 'type') === 'Approved',
    );
  return approved(change) || approved(e.event.responseObject)
    ? 'approved'
    : false;
};

// ---- secrets

const isHelm = ({ query }: FactInput) =>
  /(^|,)owner=helm(,|$)/.test(query.get('labelSelector') ?? '');

/** `apply --prune` lists every type with its selector and no limit. */
const isPruning = ({ e, query }: FactInput) =>
  /^(kubectl|oc)/.test(e.userAgent ?? '') &&
  query.has('labelSelector') &&
  !query.has('limit') &&
  !query.has('watch');

const clusterWide: Fact = input =>
  input.e.object?.namespace === undefined &&
  !isHelm(input) &&
  !isPruning(input) &&
  'in all namespaces';

const typedList: Fact = input =>
  input.e.object?.namespace !== undefined &&
  !isHelm(input) &&
  !isPruning(input);

/** A 404 after one's own delete is kubectl waiting, not somebody probing. */
const secretProbe: Fact = ({ e, deletedBefore }) =>
  [401, 403, 404].includes(e.code ?? 0) && !(e.code === 404 && deletedBefore);

/** Helm deletes its own release records; a person with kubectl does not. */
const typedByHand: Fact = ({ e }) => !/^Helm\//i.test(e.userAgent ?? '');

export const accessFacts = {
  'break-glass-identity': breakGlassIdentity,
  impersonates,
  'impersonates-masters': impersonatesMasters,
  'not-health-check': notHealthCheck,
  'audit-id-reused': auditIDReused,
  'grants-escalation': grantsEscalation,
  'certificate-requested': certificateRequested,
  'approves-certificate': approvesCertificate,
  'cluster-wide': clusterWide,
  'typed-list': typedList,
  'secret-probe': secretProbe,
  'typed-by-hand': typedByHand,
};
