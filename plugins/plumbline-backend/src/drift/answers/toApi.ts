import type {
  Attribution,
  DriftRun,
  Finding,
  GitCommit,
  Incident,
  IncidentCause,
  IncidentSummary,
  ManifestRef,
  Recommendation,
  Suppression,
  Target,
} from '@plumbline/backstage-plugin-plumbline-common';
import { parseRef } from '@plumbline/kube-drift';
import type { SourceCommit } from '../../desired';
import type {
  FindingAttribution,
  FindingRecord,
  IncidentRecord,
  RunRecord,
} from '../records';

/** ISO 8601 of milliseconds since the epoch. */
export function toIso(time: number): string;
export function toIso(time: number | undefined): string | undefined;
export function toIso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

export function toGitCommit(commit: SourceCommit): GitCommit {
  const { sha, author, message, time, url } = commit;
  return { sha, author, message, url, time: toIso(time) };
}

export function toManifestRef(ref: string): ManifestRef {
  const { apiVersion, kind, namespace, name } = parseRef(ref);
  return { apiVersion, kind, namespace, name };
}

export function toDriftRun(run: RunRecord): DriftRun {
  return {
    id: run.id,
    targetId: run.targetId,
    status: run.status,
    trigger: run.trigger,
    startedAt: toIso(run.startedAt),
    finishedAt: toIso(run.finishedAt),
    commit: run.commit && toGitCommit(run.commit),
    error: run.error,
  };
}

/** @param target - id and cluster of the finding's target */
export function toApiFinding(
  finding: FindingRecord,
  target: { id: string; cluster: string },
): Finding {
  const { source } = finding;
  return {
    id: finding.id,
    targetId: target.id,
    cluster: target.cluster,
    ref: finding.ref,
    object: toManifestRef(finding.ref),
    path: finding.path,
    type: finding.type,
    direction: finding.direction,
    verdict: finding.verdict,
    reason: finding.reason,
    severity: finding.severity,
    desired: finding.desired,
    live: finding.live,
    owner: finding.owner,
    attribution: finding.attribution && toApiAttribution(finding.attribution),
    source: source && {
      file: source.file,
      line: source.line,
      url: source.url,
      commit: source.commit && toGitCommit(source.commit),
    },
    incidentId: finding.verdict === 'drift' ? finding.incidentId : undefined,
    suppression: toApiSuppression(finding),
    firstSeenAt: toIso(finding.firstSeenAt),
    lastSeenAt: toIso(finding.lastSeenAt),
    lastCleanAt: toIso(finding.lastCleanAt),
  };
}

/** What hides it: a rule as captured, or the reason why it is expected. */
function toApiSuppression({
  verdict,
  reason,
  suppression,
  lastSeenAt,
}: FindingRecord): Suppression | undefined {
  if (verdict === 'expected' && reason !== undefined) {
    return { text: reason, at: toIso(lastSeenAt) };
  }
  return suppression && { ...suppression, at: toIso(suppression.at) };
}

function toApiAttribution(
  attribution: FindingAttribution | Attribution,
): Attribution {
  const { level, principals, auditID, eventIds, command } = attribution;
  const { wording, time, evidence } = attribution;
  return {
    level,
    principals,
    auditID,
    eventIds,
    command,
    wording,
    time,
    evidence,
  };
}

export function toIncidentSummary(incident: IncidentRecord): IncidentSummary {
  const { acknowledgement, fight } = incident;
  return {
    id: incident.id,
    number: incident.number,
    entityRef: incident.entityRef,
    targetId: incident.targetId,
    cluster: incident.cluster,
    ref: incident.ref,
    object: toManifestRef(incident.ref),
    title: incident.title,
    state: incident.state,
    severity: incident.severity,
    openedAt: toIso(incident.openedAt),
    updatedAt: toIso(incident.updatedAt),
    resolvedAt: toIso(incident.resolvedAt),
    resolution: incident.resolution,
    causedAt: toIso(incident.causedAt),
    unverifiedSince: toIso(incident.unverifiedSince),
    level: incident.level,
    principals: incident.principals,
    findingCount: incident.findingCount,
    acknowledgement: acknowledgement && {
      by: acknowledgement.by,
      at: toIso(acknowledgement.at),
      note: acknowledgement.note,
      until: toIso(acknowledgement.until),
    },
    grouping: incident.grouping,
    fight: fight && { ...fight, since: toIso(fight.since) },
    reopenings: incident.reopenings || undefined,
    previousIncident: incident.previousIncident,
    age: { since: toIso(incident.begin.at), basis: incident.begin.basis },
  };
}

export function toIncident(
  incident: IncidentRecord,
  target: Target,
  findings: readonly FindingRecord[],
  recommendation: Recommendation | undefined,
): Incident {
  return {
    ...toIncidentSummary(incident),
    target,
    cause: toIncidentCause(incident),
    findings: findings.map(finding =>
      toApiFinding(finding, {
        id: incident.targetId,
        cluster: incident.cluster,
      }),
    ),
    recommendation,
  };
}

function toIncidentCause({ cause }: IncidentRecord): IncidentCause {
  if (cause?.attribution) {
    return toApiAttribution(cause.attribution);
  }
  if (cause?.commit) {
    const { sha, ...commit } = toGitCommit(cause.commit);
    return { commit: sha, ...commit };
  }
  return null;
}
