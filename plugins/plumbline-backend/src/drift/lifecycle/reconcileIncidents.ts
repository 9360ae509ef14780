import type { NewIncident, TargetState } from '../DriftStore';
import type {
  FindingRecord,
  IncidentHistoryRecord,
  IncidentRecord,
} from '../records';
import { groupByCause, sharesCause, splitByCause } from './causes';
import type { ReconciledFindings } from './reconcileFindings';
import { commonResolution } from './resolution';
import { sameWhenStored } from './sameWhenStored';
import { summariseIncident } from './summariseIncident';

/** What became of a target's incidents. */
export interface ReconciledIncidents {
  newIncidents: NewIncident[];
  saveIncidents: IncidentRecord[];
  addHistory: IncidentHistoryRecord[];
  /** Open findings, each with the incident that it belongs to now. */
  findings: FindingRecord[];
}

/** What the decision depends on beside state and findings. */
export interface IncidentContext {
  now: number;
  /** How often targets are checked, milliseconds. */
  interval: number;
  newId(): string;
}

/** Which finding belongs to which incident, while that is being decided. */
class IncidentBook {
  readonly #state: TargetState;
  readonly #context: IncidentContext;
  readonly #members = new Map<string, FindingRecord[]>();
  readonly #opened = new Set<string>();
  readonly #reopened = new Set<string>();

  constructor(state: TargetState, context: IncidentContext) {
    this.#state = state;
    this.#context = context;
  }

  /** Leaves findings in their open incidents. @returns those that have none, or turn out to have another cause */
  keepTogether(drifting: FindingRecord[]): FindingRecord[] {
    const unassigned = drifting.filter(
      ({ incidentId }) => !this.#isOpen(incidentId),
    );
    for (const { id } of this.#state.incidents.filter(isUnresolved)) {
      const { staying, leaving } = splitByCause(
        drifting.filter(({ incidentId }) => incidentId === id),
      );
      if (staying.length > 0) {
        this.#members.set(id, staying);
      }
      // An incident that splits opens a new one; it does not come back to its old one.
      unassigned.push(
        ...leaving.map(finding => ({ ...finding, incidentId: undefined })),
      );
    }
    return unassigned;
  }

  /** Gives findings of one cause to an open incident of that cause, to the one they belonged to before, or to a new one. */
  place(group: FindingRecord[]): void {
    const joined = [...this.#members].find(([, members]) =>
      members.some(member => group.some(one => sharesCause(member, one))),
    );
    const earlier = group.find(({ incidentId }) => incidentId)?.incidentId;
    const known =
      earlier !== undefined &&
      this.#state.incidents.some(({ id }) => id === earlier);
    if (joined) {
      joined[1].push(...group);
    } else if (known && !this.#members.has(earlier)) {
      this.#members.set(earlier, group);
      this.#reopened.add(earlier);
    } else {
      const id = this.#context.newId();
      this.#members.set(id, group);
      this.#opened.add(id);
    }
  }

  incidentOf(findingId: string): string | undefined {
    const entry = [...this.#members].find(([, members]) =>
      members.some(({ id }) => id === findingId),
    );
    return entry?.[0];
  }

  close(
    ended: ReconciledFindings['ended'],
  ): Omit<ReconciledIncidents, 'findings'> {
    const result: Omit<ReconciledIncidents, 'findings'> = {
      newIncidents: [],
      saveIncidents: [],
      addHistory: [],
    };
    for (const id of this.#opened) {
      const incident = this.#open(id);
      result.newIncidents.push(incident);
      result.addHistory.push(this.#entry(incident, 'opened', incident.title));
    }
    for (const incident of this.#state.incidents) {
      const members = this.#members.get(incident.id);
      if (members) {
        this.#refresh(incident, members, result);
      } else if (isUnresolved(incident)) {
        this.#resolve(incident, ended, result);
      }
    }
    return result;
  }

  #open(id: string): NewIncident {
    const { now } = this.#context;
    const { target } = this.#state;
    return {
      id,
      entityRef: target.entityRef,
      targetId: target.id,
      cluster: target.cluster,
      state: 'open',
      openedAt: now,
      updatedAt: now,
      ...this.#summarise(this.#members.get(id) ?? []),
    };
  }

  #refresh(
    incident: IncidentRecord,
    members: FindingRecord[],
    { saveIncidents, addHistory }: Omit<ReconciledIncidents, 'findings'>,
  ): void {
    const reopened = this.#reopened.has(incident.id);
    const next: IncidentRecord = {
      ...incident,
      ...this.#summarise(members),
      ...(reopened && {
        state: 'reopened',
        resolvedAt: undefined,
        resolution: undefined,
      }),
    };
    if (sameWhenStored(next, incident)) {
      return;
    }
    saveIncidents.push({ ...next, updatedAt: this.#context.now });
    if (reopened) {
      addHistory.push(this.#entry(incident, 'reopened', next.title));
    } else if (
      next.title !== incident.title ||
      next.findingCount !== incident.findingCount
    ) {
      addHistory.push(this.#entry(incident, 'refreshed', next.title));
    }
    if (next.unverifiedSince && !incident.unverifiedSince) {
      const { text } = next.recommendation ?? { text: 'Cannot be compared' };
      addHistory.push(this.#entry(incident, 'unverified', text));
    }
  }

  #resolve(
    incident: IncidentRecord,
    ended: ReconciledFindings['ended'],
    { saveIncidents, addHistory }: Omit<ReconciledIncidents, 'findings'>,
  ): void {
    const { now } = this.#context;
    const resolution = commonResolution(
      ended
        .filter(({ finding }) => finding.incidentId === incident.id)
        .map(item => item.resolution),
    );
    saveIncidents.push({
      ...incident,
      state: 'resolved',
      resolvedAt: now,
      updatedAt: now,
      resolution,
      unverifiedSince: undefined,
    });
    addHistory.push(this.#entry(incident, 'resolved', resolution));
  }

  #summarise(members: FindingRecord[]) {
    const { target } = this.#state;
    const { now, interval } = this.#context;
    return summariseIncident(members, { target, now, interval });
  }

  #entry(
    { id }: { id: string },
    kind: IncidentHistoryRecord['kind'],
    text: string,
  ): IncidentHistoryRecord {
    const { newId, now } = this.#context;
    return { id: newId(), incidentId: id, time: now, kind, text };
  }

  #isOpen(incidentId: string | undefined): boolean {
    return this.#state.incidents.some(
      incident => incident.id === incidentId && isUnresolved(incident),
    );
  }
}

/** Opens, refreshes, resolves and reopens the incidents of one target. */
export function reconcileIncidents(
  state: TargetState,
  { open, ended }: ReconciledFindings,
  context: IncidentContext,
): ReconciledIncidents {
  const book = new IncidentBook(state, context);
  const drifting = open.filter(({ verdict }) => verdict === 'drift');
  const unassigned = book.keepTogether(drifting);
  for (const group of groupByCause(unassigned)) {
    book.place(group);
  }
  const findings = open.map(finding => ({
    ...finding,
    incidentId: book.incidentOf(finding.id),
  }));
  return { findings, ...book.close(ended) };
}

function isUnresolved({ state }: IncidentRecord): boolean {
  return state !== 'resolved';
}
