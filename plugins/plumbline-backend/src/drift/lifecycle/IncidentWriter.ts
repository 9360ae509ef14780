import type { NewIncident, TargetState } from '../DriftStore';
import type {
  FindingRecord,
  FindingValueRecord,
  IncidentHistoryRecord,
  IncidentRecord,
} from '../records';
import { lapse } from './changeState';
import { detectFight, valuesByFinding } from './fight/detectFight';
import { groupingOf } from './grouping/groupFindings';
import type { GroupingScene } from './grouping/GroupingKey';
import type { ReconciledFindings } from './reconcileFindings';
import { reopen } from './reopen';
import { commonResolution } from './resolution';
import { sameWhenStored } from './sameWhenStored';
import { summariseIncident, type IncidentSummary } from './summariseIncident';

/** What the decision depends on beside state and findings. */
export interface IncidentContext {
  now: number;
  /** How often targets are checked, milliseconds. */
  interval: number;
  newId(): string;
}

/** What the look brought beside the findings. */
export interface IncidentFacts extends GroupingScene {
  /** The last values of all findings, those of this look included. */
  values: readonly FindingValueRecord[];
}

/** What is to be stored of incidents. */
export interface WrittenIncidents {
  newIncidents: NewIncident[];
  saveIncidents: IncidentRecord[];
  addHistory: IncidentHistoryRecord[];
}

/** Writes down what becomes of incidents. */
export class IncidentWriter {
  readonly written: WrittenIncidents = {
    newIncidents: [],
    saveIncidents: [],
    addHistory: [],
  };
  readonly #state: TargetState;
  readonly #facts: IncidentFacts;
  readonly #context: IncidentContext;
  readonly #values: ReadonlyMap<string, FindingValueRecord[]>;

  constructor(
    state: TargetState,
    facts: IncidentFacts,
    context: IncidentContext,
  ) {
    this.#state = state;
    this.#facts = facts;
    this.#context = context;
    this.#values = valuesByFinding(facts.values);
  }

  open(id: string, members: readonly FindingRecord[]): void {
    const { now } = this.#context;
    const { target, formerIncidents } = this.#state;
    const former = formerIncidents.find(({ fingerprint }) =>
      members.some(member => member.fingerprint === fingerprint),
    );
    const incident: NewIncident = {
      id,
      entityRef: target.entityRef,
      targetId: target.id,
      cluster: target.cluster,
      state: 'open',
      openedAt: now,
      updatedAt: now,
      reopenings: 0,
      reopenedTimes: [],
      previousIncident: former && { id: former.id, number: former.number },
      grouping: groupingOf(members, this.#facts),
      ...this.#summarise(members, []),
    };
    this.written.newIncidents.push(incident);
    this.#tell(incident, 'opened', incident.title);
  }

  refresh(
    incident: IncidentRecord,
    members: readonly FindingRecord[],
    isReopened: boolean,
  ): void {
    const { now } = this.#context;
    const lapsed = lapse(incident, this.#context);
    const back = isReopened
      ? reopen(incident, members, this.#context)
      : undefined;
    const begun = back?.incident ?? lapsed.incident;
    const summary = this.#summarise(members, begun.reopenedTimes);
    const next: IncidentRecord = {
      ...begun,
      ...summary,
      // Its history still names those whom its title no longer does.
      people: [...new Set([...incident.people, ...summary.people])].sort(),
      grouping: this.#groupingOf(incident, members, isReopened),
    };
    if (sameWhenStored(next, incident)) {
      return;
    }
    this.written.saveIncidents.push({ ...next, updatedAt: now });
    this.written.addHistory.push(...lapsed.addHistory);
    if (back) {
      this.#tell(incident, back.kind, back.text(next.title));
    } else if (
      next.title !== incident.title ||
      next.findingCount !== incident.findingCount
    ) {
      this.#tell(incident, 'refreshed', next.title);
    }
    if (next.unverifiedSince && !incident.unverifiedSince) {
      this.#tell(incident, 'unverified', this.#whyUnverified());
    }
  }

  resolve(incident: IncidentRecord, ended: ReconciledFindings['ended']): void {
    const { now } = this.#context;
    const resolution = commonResolution(
      ended
        .filter(({ finding }) => finding.incidentId === incident.id)
        .map(item => item.resolution),
    );
    this.written.saveIncidents.push({
      ...incident,
      state: 'resolved',
      // A clock that was set back must not end it before it began.
      resolvedAt: Math.max(now, incident.openedAt),
      updatedAt: now,
      resolution,
      unverifiedSince: undefined,
    });
    this.#tell(incident, 'resolved', resolution);
  }

  #summarise(
    members: readonly FindingRecord[],
    reopenedTimes: readonly number[],
  ): IncidentSummary {
    const { now } = this.#context;
    const { managers } = this.#facts;
    const values = members.flatMap(({ id }) => this.#values.get(id) ?? []);
    const evidence = { values, reopenedTimes, now, managers };
    const fight = detectFight(members, evidence);
    return summariseIncident(members, managers, fight);
  }

  /** It stays as it was while its findings stay: later looks do not know any more what came together. */
  #groupingOf(
    incident: IncidentRecord,
    members: readonly FindingRecord[],
    isReopened: boolean,
  ): IncidentRecord['grouping'] {
    const before = this.#state.findings.filter(
      ({ incidentId, closedAt, verdict }) =>
        incidentId === incident.id &&
        closedAt === undefined &&
        verdict === 'drift',
    );
    const isSame =
      !isReopened &&
      before.length === members.length &&
      isSubset(before, members);
    return isSame && incident.grouping
      ? incident.grouping
      : groupingOf(members, this.#facts);
  }

  #whyUnverified(): string {
    const reason = this.#state.target.look?.problem?.reason;
    return reason === undefined
      ? 'It cannot be compared now'
      : `It cannot be compared now. ${reason}`;
  }

  #tell(
    { id }: { id: string },
    kind: IncidentHistoryRecord['kind'],
    text: string,
  ): void {
    const { newId, now } = this.#context;
    this.written.addHistory.push({
      id: newId(),
      incidentId: id,
      time: now,
      kind,
      text,
    });
  }
}

function isSubset(
  findings: readonly FindingRecord[],
  members: readonly FindingRecord[],
): boolean {
  const ids = new Set(members.map(({ id }) => id));
  return findings.every(({ id }) => ids.has(id));
}
