import { peopleOf, type AuditEventSummary, type AuditStore } from '../../audit';
import type { ReaderView } from '../../permissions';
import { readLane } from './laneRead';
import type { LanePart, TimelineEntry } from './TimelineEntry';
import type { LaneQuery, TimelineScene } from './TimelineScene';

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection'];
/** Requests to the target's objects, denied ones too. What controllers write all the time is folded away. */
export class AuditLane {
  readonly #audit: Pick<AuditStore, 'search' | 'getMany'>;

  constructor(audit: Pick<AuditStore, 'search' | 'getMany'>) {
    this.#audit = audit;
  }

  async read(
    scene: TimelineScene,
    query: LaneQuery,
    view: Pick<ReaderView, 'visible'>,
  ): Promise<LanePart> {
    const events = new Map<string, AuditEventSummary>();
    const found = await readLane(query, async count => {
      const { items, nextCursor } = await this.#search(scene, query, count);
      items.forEach(event => events.set(idOf(event), event));
      return {
        entries: items.map(event => toEntry(event, scene)),
        isAll: nextCursor === undefined,
      };
    });
    const known = new Set(found.map(({ id }) => id));
    const evidence = await this.#evidence(scene, query, view);
    const others = evidence.filter(event => !known.has(idOf(event)));
    return {
      entries: [...found, ...others.map(event => toEntry(event, scene))],
      lane: { lane: 'audit' },
      people: [...events.values(), ...others].flatMap(peopleOf),
    };
  }

  /** What the incident rests on, also what was given to no entity or to another one that the reader may see. */
  async #evidence(
    { incident, span }: TimelineScene,
    { before }: LaneQuery,
    view: Pick<ReaderView, 'visible'>,
  ): Promise<AuditEventSummary[]> {
    const events = await this.#audit.getMany(incident.eventIds);
    const owners = events.flatMap(event => event.resolution.entityRef ?? []);
    const visible = await view.visible(owners);
    return events.filter(event => {
      const { entityRef } = event.resolution;
      const time = timeOf(event);
      return (
        time >= span.from &&
        time <= before &&
        (entityRef === undefined || visible.has(entityRef))
      );
    });
  }

  #search(
    { incident, target, span, namespaces }: TimelineScene,
    { before }: LaneQuery,
    limit: number,
  ): Promise<{ items: AuditEventSummary[]; nextCursor?: string }> {
    const filter = {
      entityRefs: [incident.entityRef],
      clusters: [target?.cluster ?? incident.cluster],
      namespaces,
      verbs: WRITES,
      from: span.from * 1000,
      to: (before + 1) * 1000,
      routine: 'hide' as const,
    };
    return this.#audit.search(filter, { limit });
  }
}

function toEntry(
  event: AuditEventSummary,
  { incident, others }: TimelineScene,
): TimelineEntry {
  const ofIncident = incident.eventIds.includes(event.id);
  const other = ofIncident
    ? undefined
    : others.find(({ eventIds }) => eventIds.includes(event.id));
  return {
    id: idOf(event),
    time: timeOf(event),
    lane: 'audit',
    kind: 'request',
    text: event.sentence,
    label: labelOf(event),
    ofIncident,
    eventId: event.id,
    command: event.command,
    incident: other && { id: other.id, number: other.number },
  };
}

/** `jane@example.com: kubectl scale`, or the verb where no command is known. */
function labelOf({ actor, command, event }: AuditEventSummary): string {
  const words = command?.text.split(/\s+/) ?? [];
  const does = words
    .slice(0, words[1] === 'set' || words[1] === 'rollout' ? 3 : 2)
    .filter(word => !word.startsWith('-'))
    .join(' ');
  const denied = event.outcome === 'denied' ? ' (denied)' : '';
  return `${actor.name}: ${does || event.verb}${denied}`;
}

function idOf({ id }: AuditEventSummary): string {
  return `audit:${id}`;
}

function timeOf({ event }: AuditEventSummary): number {
  return Math.floor(event.timeMicros / 1000);
}
