import type { TargetState } from '../DriftStore';
import type { FindingRecord, IncidentRecord } from '../records';
import { joinsOpenIncident } from './grouping/groupFindings';
import type { GroupingScene } from './grouping/GroupingKey';
import { splitIncident } from './grouping/splitIncident';

/** Which finding belongs to which incident, while that is being decided. */
export class IncidentBook {
  readonly #incidents: readonly IncidentRecord[];
  readonly #scene: GroupingScene;
  readonly #newId: () => string;
  readonly #members = new Map<string, FindingRecord[]>();
  readonly #opened = new Set<string>();
  readonly #reopened = new Set<string>();

  constructor(
    state: Pick<TargetState, 'incidents'>,
    scene: GroupingScene,
    newId: () => string,
  ) {
    this.#incidents = state.incidents;
    this.#scene = scene;
    this.#newId = newId;
  }

  /** Leaves findings in their open incidents. @returns those that have none, or turn out to have another cause */
  keepTogether(drifting: readonly FindingRecord[]): FindingRecord[] {
    const unassigned = drifting.filter(
      ({ incidentId }) => !this.#isUnresolved(incidentId),
    );
    for (const { id } of this.#incidents.filter(isUnresolved)) {
      const { staying, leaving } = splitIncident(
        drifting.filter(({ incidentId }) => incidentId === id),
        this.#scene,
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
      group.some(one => joinsOpenIncident(one, members, this.#scene)),
    );
    const earlier = group.find(({ incidentId }) => incidentId)?.incidentId;
    const known =
      earlier !== undefined && this.#incidents.some(({ id }) => id === earlier);
    if (joined) {
      joined[1].push(...group);
    } else if (known && !this.#members.has(earlier)) {
      this.#members.set(earlier, group);
      this.#reopened.add(earlier);
    } else {
      const id = this.#newId();
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

  /** Undefined when none of its findings is left. */
  membersOf(incidentId: string): readonly FindingRecord[] | undefined {
    return this.#members.get(incidentId);
  }

  /** Ids of incidents that begin with this look. */
  get opened(): Iterable<string> {
    return this.#opened;
  }

  /** Whether a resolved incident is taken up again. */
  isReopened(incidentId: string): boolean {
    return this.#reopened.has(incidentId);
  }

  #isUnresolved(incidentId: string | undefined): boolean {
    return this.#incidents.some(
      incident => incident.id === incidentId && isUnresolved(incident),
    );
  }
}

export function isUnresolved({ state }: IncidentRecord): boolean {
  return state !== 'resolved';
}
