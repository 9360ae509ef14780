import type { ManagerLists } from '@plumbline/kube-drift';
import type {
  FightRecord,
  FindingRecord,
  IncidentLevel,
  IncidentRecord,
  StoredCause,
} from '../records';
import { strengthOf, timeOfWrite } from './attributionLevels';
import { beginOf } from './beginOf';
import { causeClassOf } from './causeClassOf';
import { isGitAhead } from './causes';
import { isMissingParent } from './grouping/missingParents';
import { maxSeverity } from './severity/severityOf';
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
  | 'causeClass'
  | 'fight'
  | 'findingCount'
  | 'eventIds'
  | 'begin'
  | 'causedAt'
  | 'unverifiedSince'
>;

/**
 * Sums up the differences of an incident. What a missing namespace or definition took with it has the cause of that.
 *
 * @param findings - at least one
 * @param managers - what the operator says of field managers
 * @param fight - about one of its fields
 */
export function summariseIncident(
  findings: readonly FindingRecord[],
  managers: ManagerLists,
  fight?: FightRecord,
): IncidentSummary {
  const parents = findings.filter(isMissingParent);
  const causing = parents.length > 0 ? parents : findings;
  const weakest = weakestAttribution(causing);
  const attributions = findings.flatMap(({ attribution }) => attribution ?? []);
  const unverified = findings.flatMap(
    ({ unverifiedSince }) => unverifiedSince ?? [],
  );
  const unverifiedSince = unverified.length
    ? Math.min(...unverified)
    : undefined;
  return {
    ref: causing[0].ref,
    title: titleOf(findings, fight),
    severity: maxSeverity(findings.map(({ severity }) => severity)),
    level: levelOf(weakest),
    principals: distinct(attributions.flatMap(({ principals }) => principals)),
    people: distinct(attributions.flatMap(({ people }) => people)),
    cause: causeOf(causing, weakest),
    causeClass: causeClassOf(weakest, fight, managers),
    fight,
    findingCount: findings.length,
    eventIds: distinct(attributions.flatMap(({ eventIds }) => eventIds ?? [])),
    begin: beginOf(findings),
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
