import { parseRef } from '@plumbline/kube-drift';
import type { FindingRecord, ObservedObjectRecord } from '../../records';
import type { ObjectsByKey } from './GroupingKey';

/** What a missing namespace or definition takes with it. */
export interface MissingParent {
  parent: FindingRecord;
  children: FindingRecord[];
}

/** Missing namespaces and definitions, each with the differences of the objects that lie in it or are of its kind. */
export function findMissingParents(
  findings: readonly FindingRecord[],
  objects: ObjectsByKey,
): MissingParent[] {
  return findings.filter(isMissingParent).map(parent => ({
    parent,
    children: findings.filter(finding =>
      isChild(parent, objects.get(finding.objectKey)),
    ),
  }));
}

/** Whether something that holds other objects is missing. */
export function isMissingParent({
  type,
  ref,
}: Pick<FindingRecord, 'type' | 'ref'>): boolean {
  const { kind } = parseRef(ref);
  return (
    type === 'object-missing' &&
    (kind === 'Namespace' || kind === 'CustomResourceDefinition')
  );
}

/** Whether an object lies in a missing namespace, or is of a kind whose definition is missing. */
export function isChild(
  { ref }: Pick<FindingRecord, 'ref'>,
  object: ObservedObjectRecord | undefined,
): boolean {
  const parent = parseRef(ref);
  if (!object || object.ref === ref) {
    return false;
  }
  return parent.kind === 'Namespace'
    ? object.namespace === parent.name
    : // A definition is called after its plural and group.
      `${object.resource}.${object.apiGroup}` === parent.name;
}
