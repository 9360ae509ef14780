import type { AuditorService } from '@backstage/backend-plugin-api';
import { assertError, NotFoundError } from '@backstage/errors';
import { sortableId } from '../database/sortableId';
import type { ReaderView } from '../permissions';
import type { PageSignals } from '../signals';
import type { DriftStore } from './DriftStore';
import { changeState, lapse, type StateRequest } from './lifecycle/changeState';

/** What changes of state need. */
export interface IncidentStatesOptions {
  store: Pick<
    DriftStore,
    'getIncident' | 'changeIncident' | 'lapsedAcknowledgements'
  >;
  auditor: AuditorService;
  pages: Pick<PageSignals, 'send'>;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

/** Changes the state of incidents as people, or the time, ask for. */
export class IncidentStates {
  readonly #options: IncidentStatesOptions;
  readonly #now: () => number;

  constructor(options: IncidentStatesOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * @param view - of whoever asks
   * @throws NotFoundError when there is none of that id, or its entity may not be seen
   * @throws ConflictError when it is resolved
   * @throws InputError when the time until which it is acknowledged has passed
   */
  async change(
    id: string,
    request: StateRequest,
    view: ReaderView,
  ): Promise<void> {
    const { store, auditor } = this.#options;
    const incident = await store.getIncident(id);
    if (!incident || !(await view.visible([incident.entityRef])).size) {
      throw new NotFoundError('There is no such incident');
    }
    const user = view.credentials.principal.userEntityRef;
    const event = await auditor.createEvent({
      eventId: 'incident-state-change',
      severityLevel: 'medium',
      meta: {
        user,
        incident: `INC-${incident.number}`,
        entityRef: incident.entityRef,
        state: request.state,
      },
    });
    try {
      await this.#change(id, request, user);
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
    await event.success();
  }

  /** Opens what was acknowledged until a time that has come. @returns how many */
  async lapseDue(): Promise<number> {
    const { store, pages } = this.#options;
    const now = this.#now();
    const due = await store.lapsedAcknowledgements(now);
    for (const id of due) {
      const changed = await store.changeIncident(id, incident =>
        lapse(incident, { now, newId: () => sortableId(now) }),
      );
      if (changed) {
        pages.send('plumbline:drift');
      }
    }
    return due.length;
  }

  async #change(id: string, request: StateRequest, by: string): Promise<void> {
    const { store, pages } = this.#options;
    const now = this.#now();
    const changed = await store.changeIncident(id, incident =>
      changeState(incident, request, {
        by,
        now,
        newId: () => sortableId(now),
      }),
    );
    if (!changed) {
      throw new NotFoundError('There is no such incident');
    }
    pages.send('plumbline:drift');
  }
}
