import { arrayAt, stringAt, valueAt } from '../event/json';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import { parseRequestUri } from '../event/requestUri';
import { scaled } from './change/replicas';
import { deed, type Deed } from './Deed';
import { opensShell } from './shell';
import { shownCommand } from './shownCommand';

/** What a request to a subresource did; `before` is the object as it was, if known. */
type Phrase = (e: NormalizedEvent, object: string, before: unknown) => Deed;

const PHRASES = new Map<string, Phrase>([
  ['exec', exec],
  ['attach', (_, o) => deed('attached', 'attach', `to ${o}`)],
  ['portforward', (_, o) => deed('opened', 'open', `a port-forward to ${o}`)],
  [
    'proxy',
    (e, o) => deed('sent', 'send', `${e.verb} through the API proxy to ${o}`),
  ],
  ['log', (_, o) => deed('read', 'read', `the logs of ${o}`)],
  ['eviction', (_, o) => deed('evicted', 'evict', o)],
  ['binding', bind],
  ['token', (_, o) => deed('requested', 'request', `a token of ${o}`)],
  ['ephemeralcontainers', debug],
  ['approval', (_, o) => deed('approved or denied', 'approve or deny', o)],
  ['scale', scale],
]);

export function subresourceDeed(
  e: NormalizedEvent,
  object: string,
  before: unknown,
): Deed | undefined {
  return PHRASES.get(e.object?.subresource ?? '')?.(e, object, before);
}

function exec(e: NormalizedEvent, object: string): Deed {
  const { query } = parseRequestUri(e.requestURI);
  const argv = query.getAll('command');
  if (opensShell(argv, query.get('tty') === 'true')) {
    return deed('opened', 'open', `a shell in ${object}`);
  }
  const what = argv.length > 0 ? `\`${shownCommand(argv)}\`` : 'a command';
  return deed('ran', 'run', `${what} in ${object}`);
}

function bind(e: NormalizedEvent, object: string): Deed {
  const node = stringAt(e.event.requestObject, 'target', 'name');
  return deed('bound', 'bind', `${object} to ${node ?? 'a node'}`);
}

function debug(e: NormalizedEvent, object: string): Deed {
  if (e.verb === 'get') {
    return deed('read', 'read', `the debug containers of ${object}`);
  }
  const added = arrayAt(
    e.event.requestObject,
    'spec',
    'ephemeralContainers',
  ).at(-1);
  const image = stringAt(added, 'image');
  const what = image ? `a debug container (${image})` : 'a debug container';
  return deed('attached', 'attach', `${what} to ${object}`);
}

function scale(e: NormalizedEvent, object: string, before: unknown): Deed {
  return e.verb === 'get'
    ? deed('read', 'read', `the scale of ${object}`)
    : scaled(
        object,
        valueAt(before, 'spec', 'replicas'),
        valueAt(e.event.requestObject, 'spec', 'replicas'),
      );
}
