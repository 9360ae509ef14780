import type {
  TargetObject,
  VerdictCounts,
} from '@plumbline/backstage-plugin-plumbline-common';
import { NO_DIFFERENCES } from '../answers/TargetViews';
import { toManifestRef } from '../answers/toApi';
import type { FindingRecord, ObservedObjectRecord } from '../records';
import type { GeneratedObject } from './GeneratedObject';

/** Objects shown of one target. */
const MAX_OBJECTS = 500;

/** The tree of one target. */
export interface ObjectTree {
  /** Parents before children, what Git declares by kind and name. */
  objects: TargetObject[];
  notes: string[];
}

/**
 * Hangs what controllers made below what Git declares.
 *
 * @param generated - objects of the target's cluster; those that descend from no declared object are left out
 */
export function buildObjectTree(
  declared: readonly ObservedObjectRecord[],
  findings: readonly FindingRecord[],
  generated: readonly GeneratedObject[],
): ObjectTree {
  const counts = countByObject(findings);
  const children = new Map<string, GeneratedObject[]>();
  const own = new Set(declared.map(declaredKey));
  for (const object of generated) {
    const owner = ownerKeyOf(object);
    if (owner !== undefined && !own.has(keyOf(object))) {
      const siblings = children.get(owner) ?? [];
      siblings.push(object);
      children.set(owner, siblings);
    }
  }
  const objects: TargetObject[] = [];
  const append = (parent: TargetObject, key: string, seen: Set<string>) => {
    objects.push(parent);
    for (const child of (children.get(key) ?? []).sort(byKindAndName)) {
      // Owner references may form a circle; nothing forbids them to.
      if (!seen.has(child.uid)) {
        seen.add(child.uid);
        append(toGenerated(child, parent), keyOf(child), seen);
      }
    }
  };
  const seen = new Set<string>();
  for (const object of [...declared].sort(byKindAndName)) {
    append(
      toDeclared(object, counts.get(object.key)),
      declaredKey(object),
      seen,
    );
  }
  const left = objects.length - MAX_OBJECTS;
  return {
    objects: objects.slice(0, MAX_OBJECTS),
    notes:
      left > 0
        ? [`${left} more objects are left out: ${MAX_OBJECTS} are shown`]
        : [],
  };
}

function toDeclared(
  object: ObservedObjectRecord,
  counts: VerdictCounts = NO_DIFFERENCES,
): TargetObject {
  const isUnverifiable = object.unverifiedSince !== undefined;
  // A difference that nobody can judge must not pass for none.
  const isUnclear = object.verdict === 'none' && counts.unverifiable > 0;
  return {
    id: object.key,
    ref: object.ref,
    object: toManifestRef(object.ref),
    origin: 'declared',
    verdict: isUnverifiable || isUnclear ? 'unverifiable' : object.verdict,
    reason: object.reason,
    counts: {
      ...counts,
      unverifiable: counts.unverifiable + (isUnverifiable ? 1 : 0),
    },
  };
}

function toGenerated(
  { uid, apiVersion, kind, namespace, name }: GeneratedObject,
  parent: TargetObject,
): TargetObject {
  const ref = [apiVersion, kind, ...(namespace ? [namespace] : []), name].join(
    '/',
  );
  return {
    id: uid,
    parent: parent.id,
    ref,
    object: { apiVersion, kind, namespace, name },
    origin: 'generated',
    verdict: 'not-compared',
    reason: `Made by ${parent.object.kind}/${parent.object.name}; Git does not declare it`,
    counts: NO_DIFFERENCES,
  };
}

function countByObject(
  findings: readonly FindingRecord[],
): Map<string, VerdictCounts> {
  const counts = new Map<string, VerdictCounts>();
  for (const { objectKey, verdict } of findings) {
    const known = counts.get(objectKey) ?? NO_DIFFERENCES;
    counts.set(objectKey, { ...known, [verdict]: known[verdict] + 1 });
  }
  return counts;
}

function declaredKey(object: ObservedObjectRecord): string {
  return keyOf({ ...object, namespace: object.namespace || undefined });
}

/** What an owner reference names, of whatever version. */
function keyOf({
  apiVersion,
  apiGroup = groupOf(apiVersion ?? ''),
  kind,
  namespace,
  name,
}: {
  apiVersion?: string;
  apiGroup?: string;
  kind: string;
  namespace: string | undefined;
  name: string;
}): string {
  return JSON.stringify([apiGroup, kind, namespace ?? '', name]);
}

/** The controller, else the first owner: an owner lies in the same namespace. */
function ownerKeyOf({
  owners,
  namespace,
}: GeneratedObject): string | undefined {
  const owner = owners.find(({ controller }) => controller) ?? owners.at(0);
  return owner && keyOf({ ...owner, namespace });
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

function byKindAndName(
  a: { kind: string; name: string },
  b: { kind: string; name: string },
): number {
  return a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name);
}
