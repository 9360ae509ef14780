import { classifyManager, type ManagerLists } from '@plumbline/kube-drift';
import type { FindingRecord } from '../../records';
import { actorOf } from '../attributionLevels';
import { isGitAhead } from '../causes';

const DEBUG_FOOTPRINT =
  /(^|\.)ephemeralContainers(\[|$)|kubectl\.kubernetes\.io\/restartedAt$/;

/** How reasons of the comparison's rules about autoscalers begin. */
const AUTOSCALED = /^(vertical-)?autoscaler: /;

/** Whether a person did it, or a tool that people use. */
export function isByHand(
  { attribution, owner }: FindingRecord,
  managers: ManagerLists,
): boolean {
  return (
    (attribution?.people.length ?? 0) > 0 ||
    (owner !== undefined && isHandTool(owner.manager, managers))
  );
}

/**
 * When what was changed by hand was there at the latest, by managedFields: had somebody changed it later, it would be
 * theirs.
 *
 * @returns milliseconds of the epoch; `Infinity` when nothing tells
 */
export function handsOffSince(
  findings: readonly FindingRecord[],
  managers: ManagerLists,
): number {
  return Math.min(
    ...findings
      .filter(finding => isByHand(finding, managers))
      .flatMap(({ owner }) => (owner?.time ? Date.parse(owner.time) : [])),
  );
}

/** Whether a person did it, or nobody knows who. */
export function isByPersonOrUnknown(
  finding: FindingRecord,
  managers: ManagerLists,
): boolean {
  return isByHand(finding, managers) || actorOf(finding) === undefined;
}

/** Whether it is what a tool leaves behind: a debug container, the mark of a restart, a scale that Git does not declare. */
export function isFootprint({ path, type }: FindingRecord): boolean {
  return (
    DEBUG_FOOTPRINT.test(path) ||
    (type === 'additive' && path === 'spec.replicas')
  );
}

/** Whether an autoscaler owns the field. */
export function isAutoscaled(
  { path, owner, reason }: FindingRecord,
  managers: ManagerLists,
): boolean {
  return (
    (path === 'spec.replicas' || /\.resources(\.|$)/.test(path)) &&
    AUTOSCALED.test(reason ?? '') &&
    (owner === undefined || !isHandTool(owner.manager, managers))
  );
}

/** Whether an object is missing, or not in Git. */
export function isOfWholeObject({ type }: FindingRecord): boolean {
  return type === 'object-missing' || type === 'object-unexpected';
}

/** Whether Git is ahead in all of them. */
export function isAllAhead(findings: readonly FindingRecord[]): boolean {
  return findings.every(isGitAhead);
}

function isHandTool(manager: string, managers: ManagerLists): boolean {
  return classifyManager(manager, managers) === 'human-tool';
}
