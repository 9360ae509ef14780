import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import { text, texts } from '../../http/queryParameters';
import type { ReaderView } from '../../permissions';
import type { AuditEventFilter, AuditStore } from '../AuditStore';

type Query = Request['query'];

/**
 * The filter that a request's query asks for, within what the reader may see. The query was checked against the API's
 * specification before.
 *
 * @throws InputError for a time that does not exist
 */
export async function readAuditEventFilter(
  query: Query,
  view: ReaderView,
  store: Pick<AuditStore, 'entityRefs' | 'people'>,
): Promise<AuditEventFilter> {
  return {
    entityRefs: texts(query.entity)?.map(ref => ref.toLowerCase()),
    clusters: texts(query.cluster),
    namespaces: texts(query.namespace),
    actors: await readActors(texts(query.actor), view, store),
    actorClasses: texts(query.actorClass),
    verbs: texts(query.verb),
    resources: texts(query.resource),
    namePrefix: text(query.name),
    outcomes: texts(query.outcome),
    rules: texts(query.rule),
    from: micros(text(query.from), 'from'),
    to: micros(text(query.to), 'to'),
    text: text(query.q),
    peopleHidden: !view.revealsActors,
    routine: query.routine === 'show' ? 'show' : 'hide',
    hiddenEntityRefs: await hiddenEntityRefs(view, store),
  };
}

/** Whoever sees pseudonyms asks by pseudonym; a real name then finds nothing, or asking would tell whose it is. */
async function readActors(
  asked: string[] | undefined,
  view: ReaderView,
  store: Pick<AuditStore, 'people'>,
): Promise<string[] | undefined> {
  if (asked === undefined || view.revealsActors) {
    return asked;
  }
  const people = await store.people();
  const named = new Set(people);
  const behind = people.filter(name =>
    asked.includes(view.hidePeople(name, [name])),
  );
  return [...behind, ...asked.filter(name => !named.has(name))];
}

async function hiddenEntityRefs(
  view: ReaderView,
  store: Pick<AuditStore, 'entityRefs'>,
): Promise<string[]> {
  const refs = await store.entityRefs();
  const visible = await view.visible(refs);
  return refs.filter(ref => !visible.has(ref));
}

function micros(value: string | undefined, name: string): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const time = Date.parse(value);
  if (Number.isNaN(time)) {
    throw new InputError(`${name} is not a time: ${value}`);
  }
  return time * 1000;
}
