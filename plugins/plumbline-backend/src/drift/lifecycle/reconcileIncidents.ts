import type { TargetState } from '../DriftStore';
import type { FindingRecord } from '../records';
import { groupFindings } from './grouping/groupFindings';
import { IncidentBook, isUnresolved } from './IncidentBook';
import {
  IncidentWriter,
  type IncidentContext,
  type IncidentFacts,
  type WrittenIncidents,
} from './IncidentWriter';
import type { ReconciledFindings } from './reconcileFindings';

/** What became of a target's incidents. */
export interface ReconciledIncidents extends WrittenIncidents {
  /** Open findings, each with the incident that it belongs to now. */
  findings: FindingRecord[];
}

/** Opens, refreshes, resolves and reopens the incidents of one target. */
export function reconcileIncidents(
  state: TargetState,
  { open, ended }: ReconciledFindings,
  facts: IncidentFacts,
  context: IncidentContext,
): ReconciledIncidents {
  const book = new IncidentBook(state, facts, context.newId);
  const drifting = open.filter(({ verdict }) => verdict === 'drift');
  const unassigned = book.keepTogether(drifting);
  for (const group of groupFindings(unassigned, facts)) {
    book.place(group);
  }
  const { placed } = book;
  const findings = open.map(finding => ({
    ...finding,
    incidentId: placed.get(finding.id),
  }));
  const writer = new IncidentWriter(state, facts, context);
  for (const id of book.opened) {
    writer.open(id, book.membersOf(id) ?? []);
  }
  for (const incident of state.incidents) {
    const members = book.membersOf(incident.id);
    if (members) {
      writer.refresh(incident, members, book.isReopened(incident.id));
    } else if (isUnresolved(incident)) {
      writer.resolve(incident, ended);
    }
  }
  return { findings, ...writer.written };
}
