import { parseRef } from '@plumbline/kube-drift';
import type { FightRecord, ObservedFinding } from '../records';
import { actorOf, strengthOf } from './attributionLevels';
import { isGitAhead } from './causes';
import { isMissingParent } from './grouping/missingParents';
import { deedOf, deedOfMany, differenceOf } from './wording';

/**
 * One sentence on an incident. It claims no more than the weakest of its attributions allows.
 *
 * @param findings - at least one
 * @param fight - about one of the fields
 */
export function titleOf(
  findings: readonly ObservedFinding[],
  fight?: FightRecord,
): string {
  if (fight) {
    return titleOfFight(findings, fight);
  }
  const parents = findings.filter(isMissingParent);
  if (parents.length > 0 && parents.length < findings.length) {
    const taken = new Set(
      findings
        .filter(finding => !isMissingParent(finding))
        .map(({ ref }) => ref),
    );
    const [what, ...evidence] = titleOf(parents).split('; ');
    const objects = taken.size === 1 ? 'object' : 'objects';
    return [`${what}, with ${taken.size} ${objects}`, ...evidence].join('; ');
  }
  if (findings.every(isGitAhead)) {
    return titleOfCommit(findings);
  }
  const level = weakestAttribution(findings)?.attribution?.level;
  const actors = [
    ...new Set(findings.flatMap(finding => actorOf(finding) ?? [])),
  ];
  const deed =
    findings.length === 1 ? deedOf(findings[0]) : deedOfMany(findings);
  const [actor] = actors;
  if (level === 'ambiguous' || actors.length > 1) {
    return `${differenceOf(findings)}; more than one actor fits`;
  }
  switch (level) {
    case 'proven':
      return `${actor} ${deed.active}`;
    case 'strong':
      return `${deed.passive}; most consistent with ${actor}`;
    case 'likely':
      return `${deed.passive}; likely by ${actor}`;
    case 'tool-only':
      return titleOfTool(findings);
    default:
      return `${differenceOf(findings)}; no evidence of who`;
  }
}

/** The finding whose cause is least sure; undefined when the only cause is a commit. */
export function weakestAttribution<T extends ObservedFinding>(
  findings: readonly T[],
): T | undefined {
  return findings
    .filter(finding => !isGitAhead(finding))
    .reduce<T | undefined>(
      (weakest, finding) =>
        weakest &&
        strengthOf(weakest.attribution?.level) <=
          strengthOf(finding.attribution?.level)
          ? weakest
          : finding,
      undefined,
    );
}

/** The field managers take turns; who uses them is another question. */
function titleOfFight(
  findings: readonly ObservedFinding[],
  { managers, path }: FightRecord,
): string {
  const { ref } =
    findings.find(finding => finding.path === path) ?? findings[0];
  const { kind, name } = parseRef(ref);
  const field = `${path} of ${kind} ${name}`;
  return managers.length > 1
    ? `${managers.join(' and ')} set ${field} in turn`
    : `${field} keeps coming back`;
}

function titleOfCommit(findings: readonly ObservedFinding[]): string {
  const commits = new Set(
    findings.flatMap(({ source }) => source?.commit?.sha ?? []),
  );
  const [commit] = commits;
  return commits.size === 1
    ? `Git is ahead: commit ${commit.slice(0, 7)} waits for sync`
    : `Git is ahead: ${differenceOf(findings)}`;
}

/** A field manager is a tool, not a person. */
function titleOfTool(findings: readonly ObservedFinding[]): string {
  const names = new Set(findings.map(({ ref }) => parseRef(ref).name));
  const managers = new Set(
    findings.flatMap(({ owner }) => owner?.manager ?? []),
  );
  const [manager] = managers;
  const [name] = names;
  return names.size === 1 && managers.size === 1
    ? `${name} was last written with ${manager}; person unknown`
    : `${differenceOf(findings)}; person unknown`;
}
