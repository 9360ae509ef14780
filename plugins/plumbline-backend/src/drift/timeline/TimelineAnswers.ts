import { NotFoundError } from '@backstage/errors';
import type { Timeline } from '@plumbline/backstage-plugin-plumbline-common';
import type { ReaderView } from '../../permissions';
import { toIso } from '../answers/toApi';
import type { DriftStore } from '../DriftStore';
import type { AuditLane } from './AuditLane';
import type { AuditLosses } from './AuditLosses';
import type { DriftLane } from './DriftLane';
import type { GitLane } from './GitLane';
import type { SyncLane } from './SyncLane';
import type { TimelineScene } from './TimelineScene';
import { readPosition, timelinePage } from './timelinePage';
import { timelineSpan, type TimelineSpan } from './timelineSpan';

/** Other incidents of the target that are shown beside. */
const MAX_OTHERS = 50;

/** What is asked of a timeline. */
export interface TimelineQuery extends Partial<TimelineSpan> {
  cursor?: string;
  limit: number;
}

/** What answers with timelines need. */
export interface TimelineAnswersOptions {
  store: Pick<
    DriftStore,
    'getIncident' | 'listTargets' | 'incidentsSince' | 'objects'
  >;
  lanes: {
    audit: AuditLane;
    git: GitLane;
    sync: SyncLane;
    drift: DriftLane;
  };
  losses: AuditLosses;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

/** Answers what happened around an incident: audit events, commits, syncs and drift of its target on one axis. */
export class TimelineAnswers {
  readonly #options: TimelineAnswersOptions;
  readonly #now: () => number;

  constructor(options: TimelineAnswersOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Newest first.
   *
   * @throws NotFoundError when there is no such incident, or the reader may not see its entity
   * @throws InputError when the cursor is none of a timeline
   */
  async of(
    incidentId: string,
    query: TimelineQuery,
    view: ReaderView,
  ): Promise<Timeline> {
    const { lanes, losses } = this.#options;
    const scene = await this.#scene(incidentId, query, view);
    const { span, incident } = scene;
    const position = readPosition(query.cursor);
    const { limit } = query;
    const before = Math.min(position?.time ?? span.to, span.to);
    const lost = await losses.read(incident.cluster, span);
    const audit = await lanes.audit.read(
      scene,
      { before, limit, position },
      view,
    );
    const parts = [
      { ...audit, lane: { ...audit.lane, reason: lost.reason } },
      ...(await Promise.all(
        [lanes.git, lanes.sync, lanes.drift].map(lane =>
          lane.read(scene, { before, limit, position }),
        ),
      )),
    ];
    const { entries, nextCursor } = timelinePage(
      parts.flatMap(part => part.entries),
      position,
      limit,
    );
    return view.hidePeople(
      {
        from: toIso(span.from),
        to: toIso(span.to),
        items: entries.map(({ time, ...entry }) => ({
          ...entry,
          time: toIso(time),
        })),
        losses: lost.losses,
        lanes: parts.map(({ lane }) => lane),
        nextCursor,
      },
      parts.flatMap(({ people }) => people),
    );
  }

  async #scene(
    incidentId: string,
    asked: Partial<TimelineSpan>,
    view: ReaderView,
  ): Promise<TimelineScene> {
    const { store } = this.#options;
    const incident = await store.getIncident(incidentId);
    if (!incident || !(await view.visible([incident.entityRef])).size) {
      throw new NotFoundError('There is no such incident');
    }
    const { targetId, entityRef } = incident;
    const span = timelineSpan(incident, asked, this.#now());
    const [target] = await store.listTargets({ ids: [targetId] });
    const objects = (await store.objects([targetId])).get(targetId) ?? [];
    const near = await store.incidentsSince([entityRef], span.from, MAX_OTHERS);
    return {
      incident,
      target,
      span,
      namespaces: target && [
        ...new Set([
          '',
          target.namespace ?? '',
          ...objects.map(({ namespace }) => namespace),
        ]),
      ],
      others: near.filter(
        other =>
          other.targetId === targetId &&
          other.id !== incident.id &&
          other.openedAt <= span.to,
      ),
    };
  }
}
