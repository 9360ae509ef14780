import { parseRef } from '@plumbline/kube-drift';
import type { FindingRecord } from '../../records';
import { actorOf } from '../attributionLevels';
import { isMissingParent } from '../grouping/missingParents';
import { weakestAttribution } from '../title';
import { handsOffSince } from './evidence';
import type { RecommendationInput } from './RecommendationInput';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MAX_FIELDS = 3;
const MAX_VALUE_LENGTH = 60;

/** "deleted by jane@example.com (proven)", "changed by kubectl-edit, person unknown", "no evidence of who". */
export function writtenBy(findings: readonly FindingRecord[]): string {
  const parents = findings.filter(isMissingParent);
  const weakest = weakestAttribution(parents.length > 0 ? parents : findings);
  const level = weakest?.attribution?.level ?? 'none';
  const actor = weakest && actorOf(weakest);
  if (actor !== undefined) {
    return `${deedIn(weakest)} by ${actor} (${level})`;
  }
  const manager = weakest?.owner?.manager;
  switch (level) {
    case 'ambiguous':
      return 'more than one actor fits';
    case 'none':
      return 'no evidence of who';
    default:
      return manager === undefined
        ? 'person unknown'
        : `${deedIn(weakest)} by ${manager}, person unknown`;
  }
}

function deedIn(finding: FindingRecord | undefined): string {
  switch (finding?.type) {
    case 'object-missing':
      return 'deleted';
    case 'object-unexpected':
      return 'created';
    default:
      return 'changed';
  }
}

/** "Deployment payments-api". */
export function nameOf(ref: string): string {
  const { kind, name } = parseRef(ref);
  return `${kind} ${name}`;
}

/** "spec.replicas", "spec.replicas, spec.paused and 3 more". */
export function fieldsOf(findings: readonly FindingRecord[]): string {
  const paths = [...new Set(findings.map(({ path }) => path))];
  const shown = paths.slice(0, MAX_FIELDS).join(', ');
  const more = paths.length - MAX_FIELDS;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** "12 min", "3 h", "4 d". */
export function ageText(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(milliseconds / HOUR);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

/** "2 h ago"; "first seen 2 h ago" or "at least 4 d ago" where it may be older. */
export function agoText({
  incident: { begin },
  findings,
  managers,
  now,
}: Pick<
  RecommendationInput,
  'incident' | 'findings' | 'managers' | 'now'
>): string {
  if (begin.basis !== 'first-seen') {
    return `${ageText(now - begin.at)} ago`;
  }
  const since = handsOffSince(findings, managers);
  return since < begin.at
    ? `at least ${ageText(now - since)} ago`
    : `first seen ${ageText(now - begin.at)} ago`;
}

/** "commit 4f2c9e1". */
export function commitsOf(findings: readonly FindingRecord[]): string {
  const commits = new Set(
    findings.flatMap(({ source }) => source?.commit?.sha.slice(0, 7) ?? []),
  );
  return commits.size === 0
    ? 'the newest commit'
    : `commit ${[...commits].join(', ')}`;
}

/** What the controller says of its last sync; undefined when there is none, or it cannot be asked. */
export function syncText({
  target,
}: Pick<RecommendationInput, 'target'>): string | undefined {
  const sync = target.look?.sync;
  if (!sync) {
    return undefined;
  }
  const applied =
    sync.revision === undefined
      ? 'has applied nothing yet'
      : `applied ${sync.revision.slice(0, 7)}${
          sync.appliedAt === undefined
            ? ''
            : ` at ${new Date(sync.appliedAt).toISOString()}`
        }`;
  return [
    `${sync.controller} ${applied}`,
    ...(sync.suspended ? ['it is suspended'] : []),
    ...(sync.message === undefined ? [] : [sync.message]),
  ].join('; ');
}

/** ": 3, 5". Long values and those of secrets are left out. */
export function valuesText(values: readonly unknown[]): string {
  const texts = values
    .map(value => JSON.stringify(value) ?? '')
    .filter(text => text !== '' && text.length <= MAX_VALUE_LENGTH);
  return texts.length === 0 ? '' : `: ${texts.join(', ')}`;
}

/** Joins what is known to sentences. */
export function sentence(...parts: (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('. ');
}

/** With a capital at its begin; not for what begins with a path. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}
