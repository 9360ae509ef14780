import {
  decayWeight,
  scoreShare,
  type FrictionEvent,
  type FrictionEventPage,
  type ScoreParameters,
} from '@plumbline/backstage-plugin-plumbline-common';
import { decodeCursor, pageOf } from '../../database/keysetCursor';
import type { ReaderView } from '../../permissions';
import type {
  FrictionEventFilter,
  FrictionEventRecord,
  FrictionStore,
} from '../FrictionStore';
import { Calendar } from './calendar';

/** What is asked of an entity's events. */
export interface FrictionEventsQuery extends FrictionEventFilter {
  /** 0 = Monday 00:00 to 167 = Sunday 23:00. */
  hourOfWeek?: number;
  timeZone: string;
  cursor?: string;
  limit: number;
}

/** The friction events behind a score, newest first, as one reader sees them. */
export async function frictionEvents(
  store: FrictionStore,
  query: FrictionEventsQuery,
  context: { view: ReaderView; parameters: ScoreParameters; now: number },
): Promise<FrictionEventPage> {
  const { hourOfWeek } = query;
  const page =
    hourOfWeek === undefined
      ? await store.list(query, query)
      : await listHour(store, query, hourOfWeek);
  return {
    items: page.items.map(record => {
      const shown = context.view.hidePeople(
        toFrictionEvent(record, context.parameters, context.now),
        record.people,
      );
      const isHidden = !context.view.revealsActors && record.people.length > 0;
      return isHidden
        ? { ...shown, actor: { ...shown.actor, pseudonym: true } }
        : shown;
    }),
    total: page.total,
    nextCursor: page.nextCursor,
  };
}

/** No database knows the hours of every time zone: times are read, and the events of one page. */
async function listHour(
  store: FrictionStore,
  query: FrictionEventsQuery,
  hourOfWeek: number,
) {
  const calendar = new Calendar(query.timeZone);
  const after = decodeCursor(query.cursor, ['number', 'string']);
  const all = (await store.times(query)).filter(
    ({ time }) => calendar.hourOfWeek(time) === hourOfWeek,
  );
  const rest = after
    ? all.filter(event => isAfter(event, Number(after[0]), String(after[1])))
    : all;
  const { rows, nextCursor } = pageOf(rest, query.limit, row => [
    row.time,
    row.id,
  ]);
  return {
    items: await store.getMany(rows.map(({ id }) => id)),
    total: all.length,
    nextCursor,
  };
}

function isAfter(
  event: { id: string; time: number },
  time: number,
  id: string,
): boolean {
  return event.time < time || (event.time === time && event.id < id);
}

function toFrictionEvent(
  record: FrictionEventRecord,
  parameters: ScoreParameters,
  now: number,
): FrictionEvent {
  const weight = decayWeight(record.time, now, parameters);
  return {
    id: record.id,
    time: new Date(record.time).toISOString(),
    cluster: record.cluster,
    ruleId: record.ruleId,
    title: record.title,
    severity: record.severity,
    points: record.points,
    pointsNow: scoreShare(record.points * weight, parameters),
    actor: record.actor,
    object: record.object,
    sentence: record.sentence,
    command: record.command,
    eventId: record.eventId,
  };
}
