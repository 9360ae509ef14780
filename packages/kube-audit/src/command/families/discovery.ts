import { isUnlimitedList } from '../absorb';
import type { Request } from '../Request';
import type { Recogniser } from '../Session';
import { shellQuote } from '../shellQuote';

const DISCOVERY =
  /^\/(api(\/[^/]+)?|apis(\/[^/]+(\/[^/]+)?)?|openapi(\/.*)?|swagger-2\.0\.0\.pb-v1)\/?$/;

/** Discovery and schemas: background of nearly every command. */
export const hideDiscovery: Recogniser = (session, r) => {
  if (r.resource === '' && r.verb === 'get' && DISCOVERY.test(r.path)) {
    session.hide(r);
  }
};

/** `kubectl version`, and paths that only `get --raw` asks for. */
export const rawPaths: Recogniser = (session, r) => {
  if (r.resource !== '') {
    return;
  }
  if (r.verb !== 'get') {
    session.hide(r);
    return;
  }
  if (r.path === '/version' && r.query.has('timeout')) {
    session.find(
      { verb: 'version', targets: [], confidence: 'likely', missing: [] },
      [r],
    );
    return;
  }
  session.find(
    {
      verb: `get --raw ${shellQuote(r.e.requestURI)}`,
      targets: [],
      confidence: 'likely',
      missing: [],
    },
    [r],
  );
};

/** `kubectl cluster-info` asks for the services that say so. */
export const clusterInfo: Recogniser = (session, r) => {
  if (
    r.verb === 'list' &&
    r.resource === 'services' &&
    r.namespace === 'kube-system' &&
    r.query.get('labelSelector') === 'kubernetes.io/cluster-service=true'
  ) {
    session.find(
      { verb: 'cluster-info', targets: [], confidence: 'likely', missing: [] },
      [r],
    );
  }
};

/** What `cluster-info dump` lists in each namespace, without limit. */
const DUMPED = [
  'events',
  'replicationcontrollers',
  'services',
  'daemonsets',
  'deployments',
  'replicasets',
  'pods',
];

/** `kubectl cluster-info dump`: nodes, then everything of some namespaces, then logs. */
export const clusterInfoDump: Recogniser = (session, r) => {
  if (!isUnlimitedList(r) || r.resource !== 'nodes') {
    return;
  }
  const later = session.after(r);
  const isDumped = (n: Request) =>
    (isUnlimitedList(n) && DUMPED.includes(n.resource)) ||
    n.subresource === 'log';
  const end = later.findIndex(n => !isDumped(n));
  const dumped = end < 0 ? later : later.slice(0, end);
  const lists = dumped.filter(n => n.verb === 'list');
  if (!DUMPED.every((resource, i) => lists[i]?.resource === resource)) {
    return;
  }
  const namespaces = [...new Set(lists.map(l => l.namespace))];
  const [first, own, ...more] = namespaces;
  const all = namespaces.includes(undefined);
  const usual = first === 'kube-system' && more.length === 0;
  session.find(
    {
      verb: 'cluster-info dump',
      targets: [],
      flags: all || usual ? [] : [['--namespaces', namespaces.join(',')]],
      allNamespaces: all,
      namespace: usual ? own : undefined,
      confidence: 'likely',
      missing: ['--output-directory', '-o'],
    },
    [r, ...dumped],
  );
};
