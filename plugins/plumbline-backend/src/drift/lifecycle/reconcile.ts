import type { ManagerLists } from '@plumbline/kube-drift';
import type { TargetChanges, TargetState } from '../DriftStore';
import type { Observation } from '../Observation';
import type { ObservedObjectRecord, TargetLook } from '../records';
import { newSuppressions } from '../ignoreRules/suppressions';
import { episodesOf } from './episodes';
import { addedValues } from './fight/addedValues';
import { reconcileFindings } from './reconcileFindings';
import type { IncidentContext } from './IncidentWriter';
import { reconcileIncidents } from './reconcileIncidents';
import type { EnvironmentTier } from './severity/EnvironmentTier';
import { sameWhenStored } from './sameWhenStored';

/** What a decision depends on beside what is stored and what was seen. */
export interface ReconcileContext extends IncidentContext {
  /**
   * When the look began. What it saw was so at some time from then to now: a change that it just missed came after it
   * began, and one that it just saw came before now.
   */
  begunAt: number;
  /** How much the target's cluster matters. */
  tier: EnvironmentTier;
  /** What the operator says of field managers. */
  managers: ManagerLists;
}

/**
 * Decides what a look at a target changes. The same look again changes nothing but the times of looking.
 *
 * @param state - as stored
 * @param observation - what the run saw
 */
export function reconcile(
  state: TargetState,
  observation: Observation,
  context: ReconcileContext,
): TargetChanges {
  const { managers, begunAt, now, newId } = context;
  const look = lookOf(state.target.look, observation, context);
  const looked = { ...state, target: { ...state.target, look } };
  const findings = reconcileFindings(looked, observation, context);
  const addValues = addedValues(state, findings, observation, { begunAt, now });
  const incidents = reconcileIncidents(
    looked,
    findings,
    {
      objects: objectsOf(state, findings.saveObjects),
      values: [...state.values, ...addValues],
      managers,
    },
    context,
  );
  const before = new Map(state.findings.map(finding => [finding.id, finding]));
  // A finding whose verdict is no longer drift keeps the incident that it belonged to.
  const open = incidents.findings.map(finding => ({
    ...finding,
    incidentId: finding.incidentId ?? before.get(finding.id)?.incidentId,
  }));
  const same = new Set(
    open.filter(finding =>
      sameWhenStored(
        { ...finding, lastSeenAt: begunAt },
        { ...before.get(finding.id), lastSeenAt: begunAt },
      ),
    ),
  );
  const changed = open.filter(finding => !same.has(finding));
  return {
    look,
    saveObjects: findings.saveObjects,
    removeObjectKeys: findings.removeObjectKeys,
    saveFindings: [...changed, ...findings.closed],
    seenFindingIds: [...same]
      .filter(({ lastSeenAt }) => lastSeenAt === begunAt)
      .map(({ id }) => id),
    newIncidents: incidents.newIncidents,
    saveIncidents: incidents.saveIncidents,
    addHistory: incidents.addHistory,
    addValues,
    ...episodesOf(state, findings, now),
    addSuppressions: newSuppressions(
      changed,
      state.target.entityRef,
      now,
      newId,
    ),
  };
}

/** All objects of the target as this look leaves them. */
function objectsOf(
  { objects }: TargetState,
  saved: readonly ObservedObjectRecord[],
): Map<string, ObservedObjectRecord> {
  return new Map([...objects, ...saved].map(object => [object.key, object]));
}

function lookOf(
  before: TargetLook | undefined,
  observation: Observation,
  { begunAt, now }: Pick<ReconcileContext, 'begunAt' | 'now'>,
): TargetLook {
  if (observation.kind === 'unobservable') {
    const { step, reason, commit, renderedBy, declared } = observation;
    const objectsTotal = declared?.length ?? before?.objectsTotal ?? 0;
    return {
      lookedAt: begunAt,
      goodAt: before?.goodAt,
      unverifiedSince: before?.unverifiedSince ?? now,
      problem: { step, reason },
      notes: [],
      renderedBy: renderedBy ?? before?.renderedBy,
      commit: commit ?? before?.commit,
      objectsTotal,
      objectsCompared: 0,
      unverifiable: objectsTotal,
      auditCoverage: before?.auditCoverage,
      sync: observation.sync,
      readFolder: before?.readFolder,
    };
  }
  const unverifiable = observation.objects.filter(
    ({ verdict }) => verdict === 'unverifiable',
  ).length;
  return {
    lookedAt: begunAt,
    goodAt: begunAt,
    unverifiedSince: undefined,
    problem: undefined,
    notes: observation.notes,
    renderedBy: observation.renderedBy,
    commit: observation.commit,
    objectsTotal: observation.objects.length,
    objectsCompared: observation.objects.length - unverifiable,
    unverifiable,
    auditCoverage: observation.auditCoverage,
    sync: observation.sync,
    readFolder: observation.readFolder,
    remarks: observation.remarks?.length ? observation.remarks : undefined,
  };
}
