import type { TargetState } from '../DriftStore';
import type { FindingRecord, IncidentRecord } from '../records';
import { knownCause } from './causes';
import { joinsOpenIncident } from './grouping/groupFindings';
import { oneOfEach } from './grouping/alike';
import type { GroupingScene } from './grouping/GroupingKey';
import { splitIncident } from './grouping/splitIncident';

/** Which finding belongs to which incident, while that is being decided. */
export class IncidentBook {
  readonly #incidents: readonly IncidentRecord[];
  /** Causes of differences at the last look, by id of finding. */
  readonly #lastCauses: ReadonlyMap<string, string | undefined>;
  readonly #scene: GroupingScene;
  readonly #newId: () => string;
  readonly #members = new Map<string, FindingRecord[]>();
  /** Of the members of each incident, one of each that no key tells apart. */
  readonly #compared = new Map<string, FindingRecord[]>();
  readonly #opened = new Set<string>();
  readonly #reopened = new Set<string>();

  constructor(
    state: Pick<TargetState, 'incidents' | 'findings'>,
    scene: GroupingScene,
    newId: () => string,
  ) {
    this.#incidents = state.incidents;
    this.#lastCauses = new Map(
      state.findings.map(finding => [finding.id, knownCause(finding)]),
    );
    this.#scene = scene;
    this.#newId = newId;
  }

  /** Leaves findings in their open incidents. @returns those that have none, or turn out to have another cause */
  keepTogether(drifting: readonly FindingRecord[]): FindingRecord[] {
    const unresolved = new Set(
      this.#incidents.filter(isUnresolved).map(({ id }) => id),
    );
    const unassigned = drifting.filter(
      ({ incidentId }) =>
        incidentId === undefined || !unresolved.has(incidentId),
    );
    const byIncident = new Map<string | undefined, FindingRecord[]>();
    for (const finding of drifting) {
      const members = byIncident.get(finding.incidentId) ?? [];
      byIncident.set(finding.incidentId, members);
      members.push(finding);
    }
    for (const { id } of this.#incidents.filter(isUnresolved)) {
      const { staying, leaving } = splitIncident(
        byIncident.get(id) ?? [],
        this.#scene,
        finding => this.#lastCauses.get(finding.id) === knownCause(finding),
      );
      if (staying.length > 0) {
        this.#join(id, staying);
      }
      // An incident that splits opens a new one; it does not come back to its old one.
      leaving.forEach(finding =>
        unassigned.push({ ...finding, incidentId: undefined }),
      );
    }
    return unassigned;
  }

  /** Gives findings of one cause to an open incident of that cause, to the one they belonged to before, or to a new one. */
  place(group: FindingRecord[]): void {
    const ones = oneOfEach(group);
    const joined = [...this.#compared].find(([, compared]) =>
      ones.some(one => joinsOpenIncident(one, compared, this.#scene)),
    );
    const earlier = group.find(({ incidentId }) => incidentId)?.incidentId;
    const known =
      earlier !== undefined && this.#incidents.some(({ id }) => id === earlier);
    if (joined) {
      this.#join(joined[0], group);
    } else if (known && !this.#members.has(earlier)) {
      this.#join(earlier, group);
      this.#reopened.add(earlier);
    } else {
      const id = this.#newId();
      this.#join(id, group);
      this.#opened.add(id);
    }
  }

  /** Ids of incidents by id of finding. */
  get placed(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#members].flatMap(([incidentId, members]) =>
        members.map(({ id }) => [id, incidentId] as const),
      ),
    );
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

  #join(incidentId: string, group: readonly FindingRecord[]): void {
    const members = this.#members.get(incidentId) ?? [];
    const compared = this.#compared.get(incidentId) ?? [];
    group.forEach(finding => members.push(finding));
    compared.push(...oneOfEach(group));
    this.#members.set(incidentId, members);
    this.#compared.set(incidentId, compared);
  }
}

export function isUnresolved({ state }: IncidentRecord): boolean {
  return state !== 'resolved';
}
