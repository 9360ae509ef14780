import type { IncidentGrouping } from '@plumbline/backstage-plugin-plumbline-common';
import type { FindingRecord } from '../../records';
import { timeOfWrite } from '../attributionLevels';
import { alike } from './alike';
import {
  countObjects,
  type GroupingKey,
  type GroupingScene,
} from './GroupingKey';
import { findMissingParents, isMissingParent } from './missingParents';
import { sameActor } from './sameActor';
import { collapseSameCause, describeSameCause, isSamePath } from './sameCause';
import { sameManager } from './sameManager';
import { sameObject } from './sameObject';
import { sameRequest } from './sameRequest';
import { sameSync } from './sameSync';
import { sameWorkload } from './sameWorkload';

/** The first that applies decides. */
const KEYS: readonly GroupingKey[] = [
  sameRequest,
  sameSync,
  sameActor,
  sameManager,
  sameWorkload,
  sameObject,
];

/**
 * Puts differences together that are one incident: what a missing namespace or definition took with it, one path with
 * one cause in many objects, and then by the keys in their order.
 *
 * @returns groups that do not depend on the order of the findings
 */
export function groupFindings(
  findings: readonly FindingRecord[],
  scene: GroupingScene,
): FindingRecord[][] {
  const sorted = byTime(findings);
  const taken = new Set<FindingRecord>();
  const swallowed = findMissingParents(sorted, scene.objects).map(
    ({ parent, children }) =>
      [parent, ...children].filter(finding => {
        const isFree = !taken.has(finding);
        taken.add(finding);
        return isFree;
      }),
  );
  const { groups, rest } = collapseSameCause(
    sorted.filter(finding => !taken.has(finding)),
  );
  return [
    ...swallowed.filter(group => group.length > 0),
    ...groups,
    ...groupByKeys(rest, scene),
  ];
}

/** Whether a difference may join an open incident for what it shares with one of its members. */
export function joinsOpenIncident(
  finding: FindingRecord,
  members: readonly FindingRecord[],
  scene: GroupingScene,
): boolean {
  return (
    members.some(
      member =>
        isMissingParent(member) &&
        findMissingParents([member, finding], scene.objects)[0].children
          .length > 0,
    ) ||
    members.some(member =>
      KEYS.some(key => key.joinsOpen && key.joins(member, finding, scene)),
    )
  );
}

/**
 * Why differences are one incident: the first key by which all of them hang together.
 *
 * @param members - at least one
 */
export function groupingOf(
  members: readonly FindingRecord[],
  scene: GroupingScene,
): IncidentGrouping {
  const count = countObjects(members);
  const many = count > 1 ? { objects: count } : {};
  const parent = members.find(isMissingParent);
  if (parent && members.length > 1) {
    return {
      key: 'same-cause',
      text: `What is missing took ${members.length - 1} other ${
        members.length === 2 ? 'difference' : 'differences'
      } with it`,
      ...many,
    };
  }
  for (let last = 0; last < KEYS.length; last += 1) {
    const used = KEYS.slice(0, last + 1);
    if (members.length > 1 && hangTogether(members, used, scene)) {
      const { key, describe } = KEYS[last];
      return { key, text: describe(members, scene), ...many };
    }
  }
  return members.length > 1 && isSamePath(members)
    ? { key: 'same-cause', text: describeSameCause(members), ...many }
    : {
        key: 'same-object',
        text: sameObject.describe(members, scene),
        ...many,
      };
}

function groupByKeys(
  findings: readonly FindingRecord[],
  scene: GroupingScene,
): FindingRecord[][] {
  const groups: GrowingGroup[] = [];
  for (const same of alike(findings)) {
    const [first] = same;
    const group = firstGroup(groups, first, scene);
    if (group) {
      group.compared.push(first);
      same.forEach(finding => group.members.push(finding));
    } else {
      groups.push({ compared: [first], members: [...same] });
    }
  }
  return groups.map(({ members }) => members);
}

interface GrowingGroup {
  members: FindingRecord[];
  /** One of each that no key tells apart. */
  compared: FindingRecord[];
}

function firstGroup(
  groups: readonly GrowingGroup[],
  finding: FindingRecord,
  scene: GroupingScene,
): GrowingGroup | undefined {
  for (const key of KEYS) {
    const group = groups.find(({ compared }) =>
      compared.some(member => key.joins(member, finding, scene)),
    );
    if (group) {
      return group;
    }
  }
  return undefined;
}

function hangTogether(
  members: readonly FindingRecord[],
  keys: readonly GroupingKey[],
  scene: GroupingScene,
): boolean {
  // Two of each that no key tells apart: how those hang together counts too.
  const [first, ...others] = alike(members).flatMap(same => same.slice(0, 2));
  const reached = [first];
  const waiting = new Set(others);
  for (const member of reached) {
    for (const other of waiting) {
      if (keys.some(key => key.joins(member, other, scene))) {
        waiting.delete(other);
        reached.push(other);
      }
    }
  }
  return waiting.size === 0;
}

function byTime(findings: readonly FindingRecord[]): FindingRecord[] {
  const time = (finding: FindingRecord) => timeOfWrite(finding) ?? Infinity;
  return [...findings].sort(
    (a, b) =>
      (time(a) === time(b) ? 0 : time(a) - time(b)) ||
      (a.fingerprint < b.fingerprint ? -1 : 1),
  );
}
