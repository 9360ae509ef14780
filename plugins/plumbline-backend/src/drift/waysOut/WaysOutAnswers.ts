import { NotFoundError } from '@backstage/errors';
import type { WaysOut } from '@plumbline/backstage-plugin-plumbline-common';
import { DesiredStateError } from '../../desired';
import type { ReaderView } from '../../permissions';
import type { DriftStore } from '../DriftStore';
import type { IncidentRecord, TargetRecord } from '../records';
import { adoptIncident } from './adoptIncident';
import { endedIncidents } from './endedIncidents';
import { restoreIncident } from './restoreIncident';
import { SceneReader, type SceneReaderOptions } from './SceneReader';
import { withoutNames } from './withoutNames';

/** Incidents of one target that are looked at beside the one asked for. */
const MAX_OTHERS = 200;

/** What answers on ways out need. */
export interface WaysOutAnswersOptions extends SceneReaderOptions {
  store: DriftStore;
}

/** Answers how an incident can be ended: by Git taking over what is live, or by the cluster getting back what Git says. */
export class WaysOutAnswers {
  readonly #store: DriftStore;
  readonly #scenes: SceneReader;

  constructor(options: WaysOutAnswersOptions) {
    this.#store = options.store;
    this.#scenes = new SceneReader(options);
  }

  /**
   * Reads Git and the cluster as they are now; executes nothing.
   *
   * @throws NotFoundError when there is no such incident, or the reader may not see its entity
   */
  async of(incidentId: string, view: ReaderView): Promise<WaysOut> {
    const store = this.#store;
    const incident = await store.getIncident(incidentId);
    if (!incident || !(await view.visible([incident.entityRef])).size) {
      throw new NotFoundError('There is no such incident');
    }
    if (incident.state === 'resolved') {
      return noWayOut('The incident is resolved: nothing is left to do');
    }
    const [target] = await store.listTargets({ ids: [incident.targetId] });
    if (!target) {
      return noWayOut('The entity no longer declares this target');
    }
    try {
      return await this.#answer(incident, target, view);
    } catch (error) {
      if (error instanceof DesiredStateError) {
        return noWayOut(error.message);
      }
      throw error;
    }
  }

  async #answer(
    incident: IncidentRecord,
    target: TargetRecord,
    view: ReaderView,
  ): Promise<WaysOut> {
    const store = this.#store;
    const open = await store.openFindings([target.id]);
    const drift = open.filter(({ verdict }) => verdict === 'drift');
    const scene = await this.#scenes.read(target, {
      findings: drift.filter(one => one.incidentId === incident.id),
      others: drift.filter(one => one.incidentId !== incident.id),
    });
    const { ended, ...restore } = restoreIncident(scene);
    const { items } = await store.listIncidents(
      {
        entityRefs: [incident.entityRef],
        states: ['open', 'acknowledged', 'reopened'],
        searchNames: false,
      },
      { limit: MAX_OTHERS },
    );
    const others = items.filter(
      one => one.targetId === target.id && one.id !== incident.id,
    );
    const ends = endedIncidents(others, scene.others, ended);
    return withoutNames(
      {
        adopt: adoptIncident(scene),
        restore: {
          ...restore,
          ends: ends.map(({ id, number }) => ({ id, number })),
        },
      },
      incident.people,
      view,
    );
  }
}

function noWayOut(reason: string): WaysOut {
  return {
    adopt: { reason, patches: [], notAdopted: [] },
    restore: { reason, commands: [], ends: [] },
  };
}
