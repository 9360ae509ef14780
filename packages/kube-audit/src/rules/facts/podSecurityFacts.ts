import {
  arrayAt,
  objectAt,
  stringAt,
  valueAt,
  type JsonObject,
} from '../../event/json';
import { isWholeObject, type Fact } from './Fact';
import { containersOf, podSpecsOf } from './podSpec';

const DANGEROUS_CAPABILITIES = new Set([
  'ALL',
  'SYS_ADMIN',
  'NET_ADMIN',
  'NET_RAW',
  'SYS_PTRACE',
  'SYS_MODULE',
  'DAC_READ_SEARCH',
  'BPF',
  'SYS_BOOT',
  'SYS_RAWIO',
  'SYSLOG',
]);

/** Paths of the node that give the node away. */
const SENSITIVE_HOST_PATHS =
  /^\/$|^\/(etc|proc|sys|root|boot|dev|home)(\/|$)|^\/var\/(run|lib\/(kubelet|docker|containerd|etcd)|log)(\/|$)|^\/run(\/|$)|(docker|containerd|crio)\.sock$/;

/** Why a pod spec reaches beyond its container. */
export function privilegesOf(body: unknown): string[] {
  return [...new Set(podSpecsOf(body).flatMap(privilegesOfSpec))];
}

function privilegesOfSpec(spec: JsonObject): string[] {
  const host = ['hostPID', 'hostIPC', 'hostNetwork'].filter(
    key => spec[key] === true,
  );
  const paths = arrayAt(spec, 'volumes')
    .map(volume => stringAt(volume, 'hostPath', 'path'))
    .filter(path => path !== undefined && SENSITIVE_HOST_PATHS.test(path))
    .map(path => `hostPath ${path}`);
  return [
    ...host,
    ...paths,
    ...containersOf(spec).flatMap(privilegesOfContainer),
  ];
}

/** kubectl debug gives its own container this capability, always. */
function isDebugger(container: JsonObject): boolean {
  return /^debugger(-\w{5})?$/.test(String(container.name));
}

function privilegesOfContainer(container: JsonObject): string[] {
  const context = objectAt(container, 'securityContext');
  const capabilities = arrayAt(context, 'capabilities', 'add')
    .map(c => String(c).replace(/^CAP_/, ''))
    .filter(c => DANGEROUS_CAPABILITIES.has(c))
    .filter(c => c !== 'SYS_PTRACE' || !isDebugger(container))
    .map(c => `capability ${c}`);
  return context?.privileged === true
    ? ['privileged', ...capabilities]
    : capabilities;
}

const privilegedPod: Fact = input => {
  const reasons = privilegesOf(input.change);
  if (reasons.length === 0) {
    return false;
  }
  if (isWholeObject(input)) {
    // A controller writes the whole object back for any reason; a person's PUT
    // counts unless it was privileged before.
    const before = new Set(privilegesOf(input.previous));
    const added = reasons.filter(reason => !before.has(reason));
    return input.actor.class !== 'controller' && added.join(', ');
  }
  return reasons.join(', ');
};

/** kubectl debug node/…: its label, or the node's root mounted on a chosen node. */
const nodeDebugPod: Fact = ({ change }) => {
  const spec = objectAt(change, 'spec');
  if (!spec || !spec.nodeName) {
    return false;
  }
  const managedBy = stringAt(
    change,
    'metadata',
    'labels',
    'app.kubernetes.io/managed-by',
  );
  const mountsRoot = arrayAt(spec, 'volumes').some(
    volume => stringAt(volume, 'hostPath', 'path') === '/',
  );
  return managedBy === 'kubectl-debug' || mountsRoot;
};

const CREDENTIAL_KEY =
  /(access|secret|api|private)[-_]?key|pass(word|phrase|wd)/i;

/** A credential written as a setting inside a file, or a private key. */
const CREDENTIAL_TEXT =
  /-----BEGIN [A-Z ]*PRIVATE KEY|(access[-_]key([-_]id)?|pass(word|phrase))\s*[:=]\s*\S/i;

const credentialsInConfigMap: Fact = ({ change }) => {
  const data = Object.entries(objectAt(change, 'data') ?? {});
  return data.some(
    ([key, value]) =>
      typeof value === 'string' &&
      (CREDENTIAL_KEY.test(key) || CREDENTIAL_TEXT.test(value)),
  );
};

const exposes: Fact = input => {
  const { change, previous, e } = input;
  if (e.object?.resource === 'ingresses') {
    return exposesIngress(change, previous, e.verb);
  }
  const type = stringAt(change, 'spec', 'type');
  const opens =
    (type === 'NodePort' || type === 'LoadBalancer') &&
    stringAt(previous, 'spec', 'type') !== type;
  const addsIPs =
    arrayAt(change, 'spec', 'externalIPs').length > 0 &&
    arrayAt(previous, 'spec', 'externalIPs').length === 0;
  return [...(opens ? [type] : []), ...(addsIPs ? ['external IPs'] : [])].join(
    ', ',
  );
};

function exposesIngress(
  change: unknown,
  previous: unknown,
  verb: string,
): string | boolean {
  const spec = objectAt(change, 'spec');
  if (!spec) {
    return false;
  }
  const hasTls = arrayAt(spec, 'tls').length > 0;
  const hadTls = arrayAt(previous, 'spec', 'tls').length > 0;
  const removed = verb === 'patch' && Object.hasOwn(spec, 'tls') && !hasTls;
  const without =
    verb !== 'patch' && !hasTls && (previous === undefined || hadTls);
  return (removed || without) && 'without TLS';
}

const tokenSecret: Fact = ({ change }) =>
  valueAt(change, 'type') === 'kubernetes.io/service-account-token';

export const podSecurityFacts = {
  'privileged-pod': privilegedPod,
  'node-debug-pod': nodeDebugPod,
  'credentials-in-configmap': credentialsInConfigMap,
  exposes,
  'token-secret': tokenSecret,
};
