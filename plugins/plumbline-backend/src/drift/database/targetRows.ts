import type {
  ObservedObjectRecord,
  RunRecord,
  TargetLook,
  TargetRecord,
} from '../records';
import { fromJsonColumn, optional, toJsonColumn, toNumber } from './jsonColumn';
import type { ObjectRow, RunRow, TargetRow } from './rows';

export function toTarget(row: TargetRow): TargetRecord {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    cluster: row.cluster,
    namespace: row.namespace,
    location: row.location,
    path: row.path,
    renderer: optional(row.renderer) as TargetRecord['renderer'],
    controller: fromJsonColumn(row.controller),
    problem: optional(row.problem),
    missingSince: toNumber(row.missing_since),
    look: toLook(row),
  };
}

function toLook(row: TargetRow): TargetLook | undefined {
  const lookedAt = toNumber(row.looked_at);
  if (lookedAt === undefined) {
    return undefined;
  }
  return {
    lookedAt,
    goodAt: toNumber(row.good_at),
    unverifiedSince: toNumber(row.unverified_since),
    problem:
      row.problem_step === null
        ? undefined
        : ({
            step: row.problem_step,
            reason: row.problem_reason ?? '',
          } as TargetLook['problem']),
    notes: JSON.parse(row.notes),
    renderedBy: optional(row.rendered_by) as TargetLook['renderedBy'],
    commit: fromJsonColumn(row.commit),
    objectsTotal: row.objects_total,
    objectsCompared: row.objects_compared,
    unverifiable: row.unverifiable,
    auditCoverage: optional(row.audit_coverage),
    sync: fromJsonColumn(row.sync),
    remarks: fromJsonColumn(row.remarks),
    readFolder: optional(row.read_folder),
  };
}

export function fromLook(look: TargetLook): Partial<TargetRow> {
  return {
    looked_at: look.lookedAt,
    good_at: look.goodAt ?? null,
    unverified_since: look.unverifiedSince ?? null,
    problem_step: look.problem?.step ?? null,
    problem_reason: look.problem?.reason ?? null,
    notes: JSON.stringify(look.notes),
    rendered_by: look.renderedBy ?? null,
    commit: toJsonColumn(look.commit),
    objects_total: look.objectsTotal,
    objects_compared: look.objectsCompared,
    unverifiable: look.unverifiable,
    audit_coverage: look.auditCoverage ?? null,
    sync: toJsonColumn(look.sync),
    remarks: toJsonColumn(look.remarks),
    read_folder: look.readFolder ?? null,
  };
}

export function toRun(row: RunRow): RunRecord {
  return {
    id: row.id,
    targetId: row.target_id,
    ticket: Number(row.ticket),
    status: row.status as RunRecord['status'],
    trigger: row.trigger as RunRecord['trigger'],
    startedAt: Number(row.started_at),
    finishedAt: toNumber(row.finished_at),
    commit: fromJsonColumn(row.commit),
    error: optional(row.error),
  };
}

export function toObject(row: ObjectRow): ObservedObjectRecord {
  return {
    key: row.object_key,
    ref: row.ref,
    cluster: row.cluster,
    apiGroup: row.api_group,
    kind: row.kind,
    resource: row.resource,
    namespace: row.namespace,
    name: row.name,
    verdict: row.verdict as ObservedObjectRecord['verdict'],
    reason: optional(row.reason),
    comparedAt: toNumber(row.compared_at),
    cleanAt: toNumber(row.clean_at),
    unverifiedSince: toNumber(row.unverified_since),
    health: fromJsonColumn(row.health),
    workloads: fromJsonColumn(row.workloads),
  };
}

export function fromObject(
  targetId: string,
  object: ObservedObjectRecord,
): ObjectRow {
  return {
    target_id: targetId,
    object_key: object.key,
    ref: object.ref,
    cluster: object.cluster,
    api_group: object.apiGroup,
    kind: object.kind,
    resource: object.resource,
    namespace: object.namespace,
    name: object.name,
    verdict: object.verdict,
    reason: object.reason ?? null,
    compared_at: object.comparedAt ?? null,
    clean_at: object.cleanAt ?? null,
    unverified_since: object.unverifiedSince ?? null,
    health: toJsonColumn(object.health),
    workloads: toJsonColumn(object.workloads),
  };
}
