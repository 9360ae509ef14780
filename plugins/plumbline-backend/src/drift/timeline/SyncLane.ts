import type { DriftStore } from '../DriftStore';
import type { SyncRecord, TargetSyncRecord } from '../records';
import { readLane } from './laneRead';
import type { LanePart, TimelineEntry } from './TimelineEntry';
import type { LaneQuery, TimelineScene } from './TimelineScene';

/** What was seen of syncs, whoever keeps it. */
export type SyncHistory = Pick<DriftStore, 'listSyncs'>;

/** What the target's GitOps controller applied. */
export class SyncLane {
  readonly #history: SyncHistory;

  constructor(history: SyncHistory) {
    this.#history = history;
  }

  async read(
    { incident, target, span }: TimelineScene,
    query: LaneQuery,
  ): Promise<LanePart> {
    const { targetId } = incident;
    const people: string[] = [];
    const entries = await readLane(query, async count => {
      const syncs = await this.#history.listSyncs(targetId, {
        from: span.from,
        to: query.before,
        limit: count,
      });
      people.push(...syncs.flatMap(starterOf));
      return {
        entries: syncs.map(one => toEntry(one, incident.cause?.commit?.sha)),
        isAll: syncs.length < count,
      };
    });
    const [earlier] = await this.#history.listSyncs(targetId, {
      to: span.from - 1,
      limit: 1,
    });
    const sync = target?.look?.sync;
    const isKnown = sync || earlier || entries.length > 0;
    return {
      entries,
      lane: {
        lane: 'sync',
        ...(isKnown
          ? { note: noteOf(earlier, sync) }
          : { reason: 'No GitOps controller is known to run this target' }),
      },
      people: [...people, ...(earlier ? starterOf(earlier) : [])],
    };
  }
}

function toEntry(record: SyncRecord, own: string | undefined): TimelineEntry {
  const { id, controller, revision, phase, appliedAt, seenAt } = record;
  const what = revision ? shortRevision(revision) : 'a revision';
  const starter = starterOf(record).map(name => `, started by ${name}`);
  const state = phase ? ` (${phase})` : '';
  return {
    id: `sync:${id}`,
    time: appliedAt ?? seenAt,
    lane: 'sync',
    kind: 'sync',
    text: `${controller} applied ${what}${state}${starter.join('')}`,
    label: what,
    ofIncident: own !== undefined && revision?.endsWith(own) === true,
  };
}

/** `Last sync before: 9ab01d7 at …; automated sync is on, self-heal is off`. */
function noteOf(
  earlier: SyncRecord | undefined,
  sync: TargetSyncRecord | undefined,
): string | undefined {
  const last =
    earlier &&
    `Last sync before: ${
      earlier.revision ? shortRevision(earlier.revision) : 'unknown revision'
    } at ${new Date(earlier.appliedAt ?? earlier.seenAt).toISOString()}`;
  const policy =
    sync &&
    (sync.suspended
      ? 'it is suspended'
      : [
          sync.automated === undefined
            ? ''
            : `automated sync is ${onOff(sync.automated)}`,
          sync.selfHeal === undefined
            ? ''
            : `self-heal is ${onOff(sync.selfHeal)}`,
        ]
          .filter(part => part !== '')
          .join(', '));
  const parts = [last, policy].filter(part => part);
  return parts.length > 0 ? parts.join('; ') : undefined;
}

function onOff(value: boolean): string {
  return value ? 'on' : 'off';
}

/** `main@sha1:9ab01d7…` is how Flux writes it. */
function shortRevision(revision: string): string {
  return (revision.split(/[:@]/).at(-1) ?? revision).slice(0, 7);
}

function starterOf({ initiatedBy }: SyncRecord): string[] {
  return initiatedBy ? [initiatedBy] : [];
}
