import { DirectedDifference } from '../../compare/compareObject';
import { classifyManager, ManagerLists } from '../../fields/managers';
import { ManagedFieldsEntry } from '../../fields/managedFields';
import { ObjectIdentity } from '../../identity/ref';
import { SchemaNode } from '../../schema/schemaNode';
import { KubeObject } from '../../yaml/readManifests';
import { Autoscalers } from '../autoscaling/Autoscalers';

/** What an expected rule may look at. */
export interface ExpectedSubject {
  identity: ObjectIdentity;
  difference: DirectedDifference;
  desired: KubeObject;
  live: KubeObject;
  /** Owners of the field, the newest first. */
  owners: readonly ManagedFieldsEntry[];
  /** All entries of the live object's managedFields. */
  entries: readonly ManagedFieldsEntry[];
  managers: ManagerLists;
  /** Whether anything tells the type of the object. */
  isKindKnown: boolean;
  /** Type of the field, as far as anything tells. */
  fieldType?: SchemaNode;
  autoscalers: Autoscalers;
  ignoreAggregatedRoles: boolean;
  /** Paths of the object that differ between two renderings of the same commit. */
  unstablePaths: readonly string[];
}

/**
 * A difference that somebody other than a person makes, and that is as it
 * should be while its condition holds.
 */
export interface ExpectedRule {
  id: string;
  /** What it expects and under which condition, for people. */
  about: string;
  /** The reason that is shown; `undefined` when the rule does not apply. */
  reason(subject: ExpectedSubject): string | undefined;
}

/** A rule about a controller's field does not excuse a person's write. */
export function writtenByHand({ owners, managers }: ExpectedSubject): boolean {
  const [owner] = owners;
  return (
    owner !== undefined &&
    classifyManager(owner.manager, managers) === 'human-tool'
  );
}

/** Name of the field that differs; `undefined` for an element of a list. */
export function fieldName({ difference }: ExpectedSubject): string | undefined {
  const last = difference.path.at(-1);
  return last && 'field' in last ? last.field : undefined;
}

export function isBelow(path: string, ancestor: string): boolean {
  return (
    path === ancestor ||
    path.startsWith(`${ancestor}.`) ||
    path.startsWith(`${ancestor}[`)
  );
}
