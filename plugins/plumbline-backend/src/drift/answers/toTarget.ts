import type {
  LookState,
  Target,
  TargetSync,
} from '@plumbline/backstage-plugin-plumbline-common';
import type {
  IncidentRecord,
  ObservedObjectRecord,
  RunRecord,
  TargetRecord,
  TargetSyncRecord,
} from '../records';
import { toDriftRun, toIso } from './toApi';

/** A look is old when that many should have followed it. */
const STALE_AFTER_INTERVALS = 3;

const ORDER: readonly LookState[] = [
  'never-run',
  'stale',
  'partial',
  'drift',
  'in-sync',
];

/** What is known of a target beside its record. */
export interface TargetFacts {
  /** Open differences with verdict drift. */
  driftCount: number;
  objects: readonly ObservedObjectRecord[];
  lastRun: RunRecord | undefined;
  now: number;
  /** How often targets are checked, milliseconds. */
  interval: number;
}

/** A target as the HTTP API shows it. */
export function toTarget(target: TargetRecord, facts: TargetFacts): Target {
  const { look } = target;
  return {
    id: target.id,
    cluster: target.cluster,
    namespace: target.namespace,
    location: target.location,
    path: target.path,
    renderer: look?.renderedBy ?? target.renderer ?? 'plain',
    state: stateOf(target, facts),
    reason: reasonOf(target, facts),
    objectsTotal: look?.objectsTotal ?? 0,
    objectsCompared: look?.objectsCompared ?? 0,
    unverifiable: look?.unverifiable ?? 0,
    unverifiedSince: toIso(look?.unverifiedSince),
    auditCoverage: look?.auditCoverage,
    sync: look?.sync && toTargetSync(look.sync),
    remarks: look?.remarks,
    lastRun: facts.lastRun && toDriftRun(facts.lastRun),
    lastGoodAt: toIso(look?.goodAt),
  };
}

/** A target of an incident that its entity no longer declares. */
export function formerTarget(incident: IncidentRecord): Target {
  return {
    id: incident.targetId,
    cluster: incident.cluster,
    path: '',
    renderer: 'plain',
    state: 'not-set-up',
    reason: 'The entity no longer declares this target',
    objectsTotal: 0,
    objectsCompared: 0,
    unverifiable: 0,
  };
}

/** Who started it is not among it: pages show who did what by evidence, not by what a controller writes down. */
function toTargetSync(sync: TargetSyncRecord): TargetSync {
  return {
    controller: sync.controller,
    revision: sync.revision,
    appliedAt: toIso(sync.appliedAt),
    phase: sync.phase,
    automated: sync.automated,
    selfHeal: sync.selfHeal,
    suspended: sync.suspended,
    message: sync.message,
  };
}

function stateOf(target: TargetRecord, facts: TargetFacts): LookState {
  const { look, problem } = target;
  if (problem !== undefined || look?.problem) {
    return 'unobservable';
  }
  if (!look) {
    return 'never-run';
  }
  if (isStale(target, facts)) {
    return 'stale';
  }
  if (look.objectsTotal > 0 && look.objectsCompared === 0) {
    return 'unobservable';
  }
  if (look.unverifiable > 0 || look.notes.length > 0) {
    return 'partial';
  }
  return facts.driftCount > 0 ? 'drift' : 'in-sync';
}

function isStale({ look }: TargetRecord, facts: TargetFacts): boolean {
  return (
    look?.goodAt !== undefined &&
    facts.now - look.goodAt > STALE_AFTER_INTERVALS * facts.interval
  );
}

function reasonOf(target: TargetRecord, facts: TargetFacts) {
  const { look, problem } = target;
  const plain = problem ?? look?.problem?.reason;
  if (plain !== undefined) {
    return plain;
  }
  if (!look) {
    return 'It was not looked at yet';
  }
  if (isStale(target, facts)) {
    return `The last check that could compare is older than ${STALE_AFTER_INTERVALS} intervals`;
  }
  const unverifiable = facts.objects.filter(
    ({ unverifiedSince }) => unverifiedSince !== undefined,
  );
  const reasons = new Set([
    ...look.notes,
    ...unverifiable.flatMap(({ reason }) => reason ?? []),
  ]);
  return reasons.size > 0 ? [...reasons].join('. ') : undefined;
}

/**
 * The state of an entity by those of its targets: what could not be looked at is said first, but an entity is
 * unobservable only when none of its targets could be.
 */
export function combineStates(states: readonly LookState[]): LookState {
  if (states.length === 0) {
    return 'not-set-up';
  }
  const [first] = states;
  if (states.every(state => state === first)) {
    return first;
  }
  if (states.includes('unobservable')) {
    return 'partial';
  }
  return ORDER.find(state => states.includes(state)) ?? first;
}
