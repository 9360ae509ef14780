import { sanitizeText } from '@plumbline/kube-audit';
import type { ExplainedAuditEvent } from '../StoredAuditEvent';

/** Longest text that is searched, in characters: a scan reads all of it. */
const MAX_LENGTH = 2000;

/** What the words of a search are looked for in. */
export interface SearchTexts {
  /** Without names of people, so that whoever does not see names cannot ask for them. */
  text: string;
  people: string;
}

/** Lower-case texts of an event: sentence, object, command and rules; and apart from them its people. */
export function searchTexts(
  event: Pick<
    ExplainedAuditEvent,
    'sentence' | 'command' | 'event' | 'rules' | 'cluster' | 'actor'
  >,
  people: string[],
): SearchTexts {
  const object = event.event.object;
  const parts = [
    event.sentence,
    event.command?.text,
    event.event.verb,
    object?.resource,
    object?.subresource,
    object?.kind,
    object?.namespace,
    object?.name,
    people.includes(event.actor.name) ? undefined : event.actor.name,
    event.cluster,
    ...event.rules.map(rule => rule.id),
  ];
  const text = parts.filter(part => part !== undefined).join(' ');
  return {
    text: searchable(without(text, people)),
    people: searchable(people.join(' ')),
  };
}

function without(text: string, names: string[]): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' '), text);
}

function searchable(text: string): string {
  return sanitizeText(sanitizeText(text).toLowerCase().slice(0, MAX_LENGTH));
}
