import type {
  FindingRecord,
  IncidentLevel,
  IncidentRecord,
  StoredCause,
  TargetRecord,
} from '../records';
import { strengthOf, timeOfWrite } from './attributionLevels';
import { isGitAhead } from './causes';
import { recommend } from './recommend';
import { maxSeverity } from './severity';
import { titleOf, weakestAttribution } from './title';

/** What of an incident follows from its findings. */
export type IncidentSummary = Pick<
  IncidentRecord,
  | 'ref'
  | 'title'
  | 'severity'
  | 'level'
  | 'principals'
  | 'people'
  | 'cause'
  | 'recommendation'
  | 'findingCount'
  | 'eventIds'
  | 'causedAt'
  | 'unverifiedSince'
>;

/**
 * Sums up the differences of an incident.
 *
 * @param findings - at least one
 */
export function summariseIncident(
  findings: readonly FindingRecord[],
  context: { target: TargetRecord; now: number; interval: number },
): IncidentSummary {
  const weakest = weakestAttribution(findings);
  const attributions = findings.flatMap(({ attribution }) => attribution ?? []);
  const unverified = findings.flatMap(
    ({ unverifiedSince }) => unverifiedSince ?? [],
  );
  const unverifiedSince = unverified.length
    ? Math.min(...unverified)
    : undefined;
  return {
    ref: findings[0].ref,
    title: titleOf(findings),
    severity: maxSeverity(findings.map(({ severity }) => severity)),
    level: levelOf(weakest),
    principals: distinct(attributions.flatMap(({ principals }) => principals)),
    people: distinct(attributions.flatMap(({ people }) => people)),
    cause: causeOf(findings, weakest),
    recommendation: recommend({ findings, unverifiedSince, ...context }),
    findingCount: findings.length,
    eventIds: distinct(attributions.flatMap(({ eventIds }) => eventIds ?? [])),
    causedAt: firstSureWrite(findings),
    unverifiedSince,
  };
}

function levelOf(weakest: FindingRecord | undefined): IncidentLevel {
  return weakest ? weakest.attribution?.level ?? 'none' : 'git-commit';
}

function causeOf(
  findings: readonly FindingRecord[],
  weakest: FindingRecord | undefined,
): StoredCause | undefined {
  if (weakest) {
    return weakest.attribution && { attribution: weakest.attribution };
  }
  const commit = findings.find(isGitAhead)?.source?.commit;
  return commit && { commit };
}

function firstSureWrite(
  findings: readonly FindingRecord[],
): number | undefined {
  const times = findings
    .filter(
      ({ attribution }) =>
        strengthOf(attribution?.level) >= strengthOf('strong'),
    )
    .flatMap(finding => timeOfWrite(finding) ?? []);
  return times.length ? Math.min(...times) : undefined;
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort();
}
