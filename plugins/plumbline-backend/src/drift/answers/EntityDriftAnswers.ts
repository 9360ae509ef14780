import type {
  EntityDrift,
  LookState,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { PlumblineEntity } from '../../catalog';
import type { EntityTargets } from '../../desired';
import type { ReaderView } from '../../permissions';
import type { DriftStore } from '../DriftStore';
import type { DriftTargets } from '../DriftTargets';
import type { TargetRecord } from '../records';
import { namesIn } from './IncidentAnswers';
import { addCounts, NO_DIFFERENCES, type TargetViews } from './TargetViews';
import { toApiFinding, toGitCommit, toIncidentSummary, toIso } from './toApi';
import { combineStates } from './toTarget';

const MAX_INCIDENTS = 200;

/** What answers on an entity need. */
export interface EntityDriftAnswersOptions {
  store: DriftStore;
  targets: Pick<DriftTargets, 'resolve'>;
  views: TargetViews;
  /** How often targets are checked, milliseconds. */
  interval: number;
}

/** Answers how far an entity is from Git. */
export class EntityDriftAnswers {
  readonly #options: EntityDriftAnswersOptions;

  constructor(options: EntityDriftAnswersOptions) {
    this.#options = options;
  }

  /** @param view - of a reader who may see the entity */
  async of(entity: PlumblineEntity, view: ReaderView): Promise<EntityDrift> {
    const { store, targets, views, interval } = this.#options;
    const resolved = await targets.resolve(entity);
    const records = await this.#records(entity, resolved);
    const shown = await views.of(records);
    const { items: incidents } = await store.listIncidents(
      {
        entityRefs: [entity.entityRef],
        states: ['open', 'acknowledged', 'reopened'],
        searchNames: false,
      },
      { limit: MAX_INCIDENTS },
    );
    const { findings, people } = await this.#findings(records);
    const look = newestLook(records);
    const answer: EntityDrift = {
      entityRef: entity.entityRef,
      state: combineStates(shown.map(({ target }) => target.state)),
      ...(resolved.kind === 'not-set-up' && {
        reason: resolved.reason,
        missingAnnotation: resolved.missingAnnotation,
      }),
      targets: shown.map(({ target }) => target),
      counts: shown
        .map(({ counts }) => counts)
        .reduce(addCounts, NO_DIFFERENCES),
      findings: [
        ...findings,
        ...shown.flatMap(({ unverifiable }) => unverifiable),
      ],
      openIncidents: incidents.map(toIncidentSummary),
      commit: look?.commit && toGitCommit(look.commit),
      lastCheckAt: toIso(look?.lookedAt),
      checkIntervalSeconds: Math.round(interval / 1000),
      running: shown.some(({ isRunning }) => isRunning),
    };
    return view.hidePeople(answer, [...people, ...incidents.flatMap(namesIn)]);
  }

  /** State and counts of drift of entities, for lists; entities without a target are left out. */
  async statesOf(
    entityRefs: string[],
  ): Promise<Map<string, { state: LookState; drift: number }>> {
    const { store, views } = this.#options;
    const records = await store.listTargets({ entityRefs });
    const shown = await views.of(records);
    const states = new Map<string, { states: LookState[]; drift: number }>();
    records.forEach(({ entityRef }, index) => {
      const { target, counts } = shown[index];
      const known = states.get(entityRef) ?? { states: [], drift: 0 };
      states.set(entityRef, {
        states: [...known.states, target.state],
        drift: known.drift + counts.drift,
      });
    });
    return new Map(
      [...states].map(([entityRef, item]) => [
        entityRef,
        { state: combineStates(item.states), drift: item.drift },
      ]),
    );
  }

  /** What was declared since the last look is shown as never looked at. */
  async #records(
    { entityRef }: PlumblineEntity,
    resolved: EntityTargets,
  ): Promise<TargetRecord[]> {
    if (resolved.kind !== 'targets') {
      return [];
    }
    const { targets, unread } = resolved;
    const stored = await this.#options.store.listTargets({
      entityRefs: [entityRef],
    });
    if (unread !== undefined && stored.length > 0) {
      return stored;
    }
    return targets.map(
      target => stored.find(({ id }) => id === target.id) ?? target,
    );
  }

  async #findings(records: readonly TargetRecord[]) {
    const lists = await Promise.all(
      records.map(async target => {
        const open = await this.#options.store.openFindings([target.id]);
        return {
          findings: open.map(finding => toApiFinding(finding, target)),
          people: open.flatMap(({ attribution }) => attribution?.people ?? []),
        };
      }),
    );
    return {
      findings: lists.flatMap(({ findings }) => findings),
      people: lists.flatMap(({ people }) => people),
    };
  }
}

function newestLook(records: readonly TargetRecord[]) {
  return records
    .flatMap(({ look }) => look ?? [])
    .sort((a, b) => b.lookedAt - a.lookedAt)
    .at(0);
}
