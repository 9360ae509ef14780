import { valueAt } from '../event/json';
import type {
  NormalizedEvent,
  NormalizedObject,
} from '../event/NormalizedEvent';
import { parseRequestUri } from '../event/requestUri';
import { knownType } from '../object/kinds';

/** Past tense, and the infinitive for what was only tried. */
type Verb = [done: string, tried: string];

const VERBS: Record<string, Verb> = {
  get: ['read', 'read'],
  list: ['listed', 'list'],
  watch: ['watched', 'watch'],
  create: ['created', 'create'],
  update: ['replaced', 'replace'],
  patch: ['changed', 'change'],
  delete: ['deleted', 'delete'],
  deletecollection: ['deleted all', 'delete all'],
};

type Phrase = (
  e: NormalizedEvent,
  object: NormalizedObject,
  say: (verb: Verb) => string,
) => string;

const SUBRESOURCES: Record<string, Phrase> = {
  exec: (e, o, say) => {
    const argv = parseRequestUri(e.requestURI).query.getAll('command');
    const what = argv.length > 0 ? `"${argv.join(' ')}"` : 'a command';
    return `${say(['ran', 'run'])} ${what} in ${nameOf(o)}`;
  },
  attach: (_, o, say) => `${say(['attached', 'attach'])} to ${nameOf(o)}`,
  portforward: (_, o, say) =>
    `${say(['opened', 'open'])} a port-forward to ${nameOf(o)}`,
  proxy: (e, o, say) =>
    `${say(['sent', 'send'])} ${e.verb} through the API proxy to ${nameOf(o)}`,
  log: (_, o, say) => `${say(['read', 'read'])} logs of ${nameOf(o)}`,
  eviction: (_, o, say) => `${say(['evicted', 'evict'])} ${nameOf(o)}`,
  binding: (_, o, say) => `${say(['bound', 'bind'])} ${nameOf(o)} to a node`,
  token: (_, o, say) =>
    `${say(['requested', 'request'])} a token of ${nameOf(o)}`,
  ephemeralcontainers: (e, o, say) =>
    e.verb === 'get'
      ? `${say(['read', 'read'])} debug containers of ${nameOf(o)}`
      : `${say(['added', 'add'])} a debug container to ${nameOf(o)}`,
  approval: (_, o, say) =>
    `${say(['approved or denied', 'approve or deny'])} ${nameOf(o)}`,
  scale: (e, o, say) => {
    if (e.verb === 'get') {
      return `${say(['read', 'read'])} the scale of ${nameOf(o)}`;
    }
    const replicas = valueAt(e.event.requestObject, 'spec', 'replicas');
    const to = typeof replicas === 'number' ? ` to ${replicas}` : '';
    return `${say(['scaled', 'scale'])} ${nameOf(o)}${to}`;
  },
};

/** The action of an event in the past tense, with its object. */
export function describeAction(e: NormalizedEvent): string {
  const rehearsal = e.dryRun === true ? ' (dry run)' : '';
  const refused = e.outcome === 'denied' || e.outcome === 'failed';
  const say = ([done, tried]: Verb) => (refused ? `tried to ${tried}` : done);
  return `${phrase(e, say)}${rehearsal}`;
}

function phrase(e: NormalizedEvent, say: (verb: Verb) => string): string {
  const { object } = e;
  if (!object) {
    const { path } = parseRequestUri(e.requestURI);
    return `requested ${e.verb.toUpperCase()} ${path || 'an unknown path'}`;
  }
  const special = object.subresource && SUBRESOURCES[object.subresource];
  if (special) {
    return special(e, object, say);
  }
  const verb = say(VERBS[e.verb] ?? [`did ${e.verb} on`, `${e.verb}`]);
  const sub = object.subresource ? `${object.subresource} of ` : '';
  return `${verb} ${sub}${nameOf(object)}`;
}

function nameOf(o: NormalizedObject): string {
  const name = o.name ? `${o.resource}/${o.name}` : o.resource;
  if (o.resource === 'namespaces') {
    return name;
  }
  if (o.namespace) {
    return `${name} in ${o.namespace}`;
  }
  const everywhere = !o.name && knownType(o.apiGroup, o.resource)?.namespaced;
  return everywhere ? `${name} in all namespaces` : name;
}
