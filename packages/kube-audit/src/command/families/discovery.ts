import { shellQuote } from '../shellQuote';
import type { Recogniser } from '../Session';

const DISCOVERY =
  /^\/(api(\/[^/]+)?|apis(\/[^/]+(\/[^/]+)?)?|openapi(\/.*)?)\/?$/;

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
