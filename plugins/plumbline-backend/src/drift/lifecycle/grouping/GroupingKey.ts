import type { IncidentGrouping } from '@plumbline/backstage-plugin-plumbline-common';
import type { ManagerLists } from '@plumbline/kube-drift';
import type { FindingRecord, ObservedObjectRecord } from '../../records';

/** The objects of a target by key, as this look saw them. */
export type ObjectsByKey = ReadonlyMap<string, ObservedObjectRecord>;

/** What lies around the differences that are grouped. */
export interface GroupingScene {
  objects: ObjectsByKey;
  /** What the operator says of field managers. */
  managers: ManagerLists;
}

/** One reason for which two differences are one incident. */
export interface GroupingKey {
  key: IncidentGrouping['key'];
  /** Whether a difference may join an incident that is open already for this reason. */
  joinsOpen: boolean;
  /** Whether two differences are one incident for this reason. Symmetric. */
  joins(a: FindingRecord, b: FindingRecord, scene: GroupingScene): boolean;
  /** The reason in one sentence, without a name of a person. */
  describe(members: readonly FindingRecord[], scene: GroupingScene): string;
}

/** How many objects differences are of. */
export function countObjects(members: readonly FindingRecord[]): number {
  return new Set(members.map(({ objectKey }) => objectKey)).size;
}

/** "3 differences in 2 objects", "2 differences". */
export function countDifferences(members: readonly FindingRecord[]): string {
  const objects = countObjects(members);
  const differences = `${members.length} ${
    members.length === 1 ? 'difference' : 'differences'
  }`;
  return objects === 1 ? differences : `${differences} in ${objects} objects`;
}
