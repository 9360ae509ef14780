import type {
  NormalizedEvent,
  NormalizedObject,
} from '../event/NormalizedEvent';
import { parseRequestUri } from '../event/requestUri';
import { changeDeed } from './change/changeDeed';
import { deed, type Deed } from './Deed';
import { collectionName, objectName } from './objectName';
import { subresourceDeed } from './subresources';

/** Past tense, and the infinitive for what was only tried. */
const VERBS = new Map<string, [past: string, infinitive: string]>([
  ['get', ['read', 'read']],
  ['list', ['listed', 'list']],
  ['watch', ['watched', 'watch']],
  ['create', ['created', 'create']],
  ['update', ['changed', 'change']],
  ['patch', ['changed', 'change']],
  ['delete', ['deleted', 'delete']],
  ['deletecollection', ['deleted all', 'delete all']],
]);

/**
 * The action of an event in the past tense, with its object. `before` is the
 * object as it was, if known.
 */
export function describeAction(e: NormalizedEvent, before?: unknown): string {
  const { past, infinitive, rest } = deedOf(e, before);
  const refused = e.outcome === 'denied' || e.outcome === 'failed';
  if (e.dryRun === true) {
    const nothing = refused ? '' : '; nothing changed';
    return `tried to ${infinitive} ${rest} as a dry run${nothing}`;
  }
  return refused ? `tried to ${infinitive} ${rest}` : `${past} ${rest}`;
}

/** For a request that the cluster did not allow: `get Secret db in shop`. */
export function describeRefusedAction(e: NormalizedEvent): string {
  const { infinitive, refused = infinitive, rest } = deedOf(e, undefined);
  const rehearsal = e.dryRun === true ? ' as a dry run' : '';
  return `${refused} ${rest}${rehearsal}`;
}

function deedOf(e: NormalizedEvent, before: unknown): Deed {
  const { object } = e;
  if (!object) {
    const { path } = parseRequestUri(e.requestURI);
    const what = `${e.verb.toUpperCase()} ${path || 'an unknown path'}`;
    return deed('requested', 'request', what);
  }
  const name = objectName(object);
  if (object.subresource) {
    return subresourceDeed(e, name, before) ?? plainDeed(e, object);
  }
  const isChange =
    e.verb === 'update' || (e.verb === 'patch' && e.code !== 201);
  return (
    (isChange && changeDeed(e, { name, object }, before)) ||
    plainDeed(e, object)
  );
}

function plainDeed(e: NormalizedEvent, object: NormalizedObject): Deed {
  // An apply that creates is a patch answered with 201.
  const verb = e.verb === 'patch' && e.code === 201 ? 'create' : e.verb;
  const [past, infinitive] = VERBS.get(verb) ?? [`did ${verb} on`, verb];
  const isCollection = !object.name && verb !== 'create';
  const of = object.subresource ? `the ${object.subresource} of ` : '';
  const name = isCollection ? collectionName(object) : objectName(object);
  const refused = verb === 'deletecollection' ? 'delete all' : verb;
  return { past, infinitive, rest: `${of}${name}`, refused };
}
