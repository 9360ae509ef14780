import type {
  NormalizedEvent,
  NormalizedObject,
} from '../event/NormalizedEvent';
import { parseRequestUri } from '../event/requestUri';

const VERBS: Record<string, string> = {
  get: 'read',
  list: 'listed',
  watch: 'watched',
  create: 'created',
  update: 'replaced',
  patch: 'changed',
  delete: 'deleted',
  deletecollection: 'deleted all',
};

/** The action of an event in the past tense, with its object. */
export function describeAction(e: NormalizedEvent): string {
  const rehearsal = e.dryRun === true ? ', dry run' : '';
  return `${phrase(e)}${rehearsal}`;
}

function phrase(e: NormalizedEvent): string {
  const { object } = e;
  if (!object) {
    const { path } = parseRequestUri(e.requestURI);
    return `requested ${e.verb.toUpperCase()} ${path || 'an unknown path'}`;
  }
  const special = object.subresource && SUBRESOURCES[object.subresource];
  if (special) {
    return special(e, object);
  }
  const verb = VERBS[e.verb] ?? `did ${e.verb} on`;
  const sub = object.subresource ? `${object.subresource} of ` : '';
  return `${verb} ${sub}${nameOf(object)}`;
}

type Phrase = (e: NormalizedEvent, object: NormalizedObject) => string;

const SUBRESOURCES: Record<string, Phrase> = {
  exec: (e, o) => {
    const argv = parseRequestUri(e.requestURI)
      .query.getAll('command')
      .join(' ');
    return argv
      ? `ran "${argv}" in ${nameOf(o)}`
      : `ran a command in ${nameOf(o)}`;
  },
  attach: (_, o) => `attached to ${nameOf(o)}`,
  portforward: (_, o) => `opened a port-forward to ${nameOf(o)}`,
  proxy: (e, o) => `sent ${e.verb} through the API proxy to ${nameOf(o)}`,
  log: (_, o) => `read logs of ${nameOf(o)}`,
  eviction: (_, o) => `evicted ${nameOf(o)}`,
  binding: (_, o) => `bound ${nameOf(o)} to a node`,
  token: (_, o) => `requested a token of ${nameOf(o)}`,
  ephemeralcontainers: (_, o) => `added a debug container to ${nameOf(o)}`,
  approval: (_, o) => `approved or denied ${nameOf(o)}`,
  scale: (e, o) =>
    e.verb === 'get' ? `read the scale of ${nameOf(o)}` : `scaled ${nameOf(o)}`,
};

function nameOf(o: NormalizedObject): string {
  const where =
    o.namespace && o.resource !== 'namespaces' ? ` in ${o.namespace}` : '';
  return o.name ? `${o.resource}/${o.name}${where}` : `${o.resource}${where}`;
}
