import type { TargetState } from '../DriftStore';
import type { ObjectObservation, Observation } from '../Observation';
import type {
  FindingRecord,
  ObservedFinding,
  ObservedObjectRecord,
} from '../records';
import { suppressionAt } from '../ignoreRules/suppressions';
import { StoredObjects } from '../StoredObjects';
import { strengthOf } from './attributionLevels';
import type { EnvironmentTier } from './severity/EnvironmentTier';
import { ratingsOf, type Rate } from './severity/ratingsOf';
import { resolutionOf, type Resolution } from './resolution';
import { sameWhenStored } from './sameWhenStored';
import { windowOf } from './window';
import { workloadsOf } from './workload/workloadsOf';

/** What became of a target's findings. */
export interface ReconciledFindings {
  /** All that are open now. */
  open: FindingRecord[];
  /** Those that were drift and are so no more, with the reason. */
  ended: { finding: FindingRecord; resolution: Resolution }[];
  /** To be written as no longer open. */
  closed: FindingRecord[];
  saveObjects: ObservedObjectRecord[];
  removeObjectKeys: string[];
}

/** What the comparison depends on beside what is stored and what was seen. */
export interface FindingContext {
  /** When the look began, and when it is stored. */
  begunAt: number;
  now: number;
  newId(): string;
  tier: EnvironmentTier;
}

/** What is known of one look, for all of its objects. */
interface Look extends FindingContext {
  before: StoredObjects;
  rate: Rate;
  /** Keys of workloads by key of object. */
  workloads: ReadonlyMap<string, string[]>;
}

/** Compares what a run saw with what is stored of the target's objects and findings. */
export function reconcileFindings(
  state: TargetState,
  observation: Observation,
  context: FindingContext,
): ReconciledFindings {
  const { now } = context;
  const result: ReconciledFindings = {
    open: [],
    ended: [],
    closed: [],
    saveObjects: [],
    removeObjectKeys: [],
  };
  if (observation.kind === 'unobservable') {
    result.open = state.findings
      .filter(isOpen)
      .map(finding => unverified(finding, now));
    const known = new Set(state.objects.map(({ key }) => key));
    const unseen = (observation.declared ?? []).filter(
      ({ key }) => state.target.look?.goodAt === undefined && !known.has(key),
    );
    result.saveObjects = [...state.objects, ...unseen].map(object => ({
      ...object,
      unverifiedSince: object.unverifiedSince ?? now,
    }));
    return withoutUnchanged(result, state);
  }
  const before = new StoredObjects(state);
  const look: Look = {
    ...context,
    before,
    rate: ratingsOf(observation.objects, context.tier),
    workloads: workloadsOf(observation.objects),
  };
  const seen = new Set<string>();
  for (const object of observation.objects) {
    seen.add(object.key);
    reconcileObject(object, look, result);
  }
  for (const object of state.objects.filter(({ key }) => !seen.has(key))) {
    const open = before.findings(object.key).filter(isOpen);
    if (observation.isComplete) {
      result.removeObjectKeys.push(object.key);
      open.forEach(finding => close(finding, undefined, now, result));
    } else {
      result.open.push(...open.map(finding => unverified(finding, now)));
      result.saveObjects.push({
        ...object,
        unverifiedSince: object.unverifiedSince ?? now,
      });
    }
  }
  return withoutUnchanged(result, state);
}

function reconcileObject(
  object: ObjectObservation,
  look: Look,
  result: ReconciledFindings,
): void {
  const { begunAt, now } = look;
  const before = look.before.object(object.key);
  const known = look.before.findings(object.key);
  const byFingerprint = new Map(known.map(one => [one.fingerprint, one]));
  const isUnverifiable = object.verdict === 'unverifiable';
  const isClean =
    object.verdict === 'none' && !object.findings.some(isUnverifiableOne);
  result.saveObjects.push({
    key: object.key,
    ref: object.ref,
    cluster: object.cluster,
    apiGroup: object.apiGroup,
    kind: object.kind,
    resource: object.resource || (before?.resource ?? ''),
    namespace: object.namespace,
    name: object.name,
    verdict: object.verdict,
    reason: object.reason,
    comparedAt: isUnverifiable ? before?.comparedAt : begunAt,
    cleanAt: isClean ? begunAt : before?.cleanAt,
    unverifiedSince: isUnverifiable
      ? before?.unverifiedSince ?? now
      : undefined,
    health: isUnverifiable ? before?.health : healthSince(object, before, now),
    workloads: look.workloads.get(object.key),
  });
  if (isUnverifiable) {
    result.open.push(
      ...known.filter(isOpen).map(finding => unverified(finding, now)),
    );
    return;
  }
  const seen = new Set<string>();
  for (const finding of object.findings) {
    seen.add(finding.fingerprint);
    const old = byFingerprint.get(finding.fingerprint);
    if (isUnverifiableOne(finding) && old && isOpen(old) && wasDrift(old)) {
      // What cannot be judged now has not ended.
      result.open.push(unverified(old, now));
      continue;
    }
    if (old && isOpen(old) && wasDrift(old) && finding.verdict !== 'drift') {
      const resolution = resolutionOf(old, object, finding);
      result.ended.push({ finding: old, resolution });
    }
    const severity = look.rate(object, finding);
    const merged = merge({ ...finding, severity }, old, before, look);
    result.open.push(
      isUnverifiableOne(finding)
        ? unverified({ ...merged, unverifiedSince: old?.unverifiedSince }, now)
        : merged,
    );
  }
  known
    .filter(finding => isOpen(finding) && !seen.has(finding.fingerprint))
    .forEach(finding => close(finding, object, now, result));
}

/** A field of which nothing is known, in an object of which the rest is. */
function isUnverifiableOne({ verdict }: ObservedFinding): boolean {
  return verdict === 'unverifiable';
}

function healthSince(
  { health }: ObjectObservation,
  before: ObservedObjectRecord | undefined,
  now: number,
): ObservedObjectRecord['health'] {
  return (
    health && {
      ...health,
      since: before?.health?.state === health.state ? before.health.since : now,
    }
  );
}

function merge(
  finding: ObservedFinding & Pick<FindingRecord, 'severity'>,
  old: FindingRecord | undefined,
  object: ObservedObjectRecord | undefined,
  { begunAt, now, newId }: FindingContext,
): FindingRecord {
  const window = windowOf(finding, old, object, now);
  if (!old) {
    return {
      ...finding,
      suppression: suppressionAt(finding, old, now),
      id: newId(),
      windowStart: window.from,
      valueSeenAt: window.to,
      firstSeenAt: begunAt,
      lastSeenAt: begunAt,
      lastCleanAt: object?.comparedAt,
    };
  }
  const { id, incidentId } = old;
  const isNewEpisode = !isOpen(old);
  return {
    ...finding,
    suppression: suppressionAt(finding, old, now),
    attribution: isNewEpisode
      ? finding.attribution
      : betterAttribution(finding, old),
    id,
    incidentId,
    windowStart: window.from,
    valueSeenAt: window.to,
    firstSeenAt: isNewEpisode ? begunAt : old.firstSeenAt,
    lastSeenAt: begunAt,
    lastCleanAt: isNewEpisode ? object?.comparedAt : old.lastCleanAt,
  };
}

/** Evidence that was there once stays when its events are removed by age. */
function betterAttribution(finding: ObservedFinding, old: FindingRecord) {
  const isSameValue =
    old.liveDigest === finding.liveDigest &&
    old.desiredDigest === finding.desiredDigest;
  return isSameValue &&
    strengthOf(old.attribution?.level) > strengthOf(finding.attribution?.level)
    ? old.attribution
    : finding.attribution;
}

function close(
  finding: FindingRecord,
  object: ObjectObservation | undefined,
  now: number,
  result: ReconciledFindings,
): void {
  result.closed.push({ ...finding, closedAt: now, unverifiedSince: undefined });
  if (wasDrift(finding)) {
    const resolution = resolutionOf(finding, object);
    result.ended.push({ finding, resolution });
  }
}

function unverified(finding: FindingRecord, now: number): FindingRecord {
  return { ...finding, unverifiedSince: finding.unverifiedSince ?? now };
}

function isOpen(finding: FindingRecord): boolean {
  return finding.closedAt === undefined;
}

function wasDrift(finding: FindingRecord): boolean {
  return finding.verdict === 'drift';
}

/** Objects that could not be looked at again are as they were. */
function withoutUnchanged(
  result: ReconciledFindings,
  state: TargetState,
): ReconciledFindings {
  const before = new Map(state.objects.map(object => [object.key, object]));
  return {
    ...result,
    saveObjects: result.saveObjects.filter(
      object => !sameWhenStored(object, before.get(object.key)),
    ),
  };
}
