import { compareObject, DirectedDifference } from '../compare/compareObject';
import { FindingResult } from '../Comparison';
import { DiffOptions } from '../DiffOptions';
import {
  ManagedFieldsEntry,
  ownersOf,
  readManagedFields,
} from '../fields/managedFields';
import { ObjectIdentity } from '../identity/ref';
import { formatPath } from '../path/format';
import { nodeAt } from '../schema/nodeAt';
import { SchemaRegistry } from '../schema/registry';
import { maskBelow, Masker } from '../secrets/sensitive';
import { JsonMap, JsonValue, own } from '../values/json';
import { KubeObject, ManifestObject } from '../yaml/readManifests';
import { Autoscalers } from './autoscaling/Autoscalers';
import { expectedReason } from './expected/expectedReason';
import { Suppressions } from './suppressions';
import { unknownFieldNote } from './unknownField';
import { unstablePathsOf } from './unstablePaths';
import { unverifiableReason } from './unverifiable';

/** What judging an object needs beside its two sides. */
export interface JudgeContext {
  options: DiffOptions;
  registry: SchemaRegistry;
  autoscalers: Autoscalers;
  suppressions: Suppressions;
  mask: Masker;
}

/** Every difference of one object that is on both sides, with its verdict. */
export function judgeObject(
  identity: ObjectIdentity,
  manifest: ManifestObject,
  live: KubeObject,
  renderedBase: JsonMap | undefined,
  context: JudgeContext,
): FindingResult[] {
  const { options, registry } = context;
  const desired = manifest.object;
  const entries = readManagedFields(live);
  const differences = compareObject({
    desired,
    live,
    schema: registry.kind(desired.apiVersion, desired.kind),
    entries,
    managers: options,
    renderedBase,
    additive: options.additive ?? true,
  });
  return differences.map(difference =>
    toFinding(difference, { identity, manifest, live, entries, context }),
  );
}

interface Subject {
  identity: ObjectIdentity;
  manifest: ManifestObject;
  live: KubeObject;
  entries: readonly ManagedFieldsEntry[];
  context: JudgeContext;
}

function toFinding(
  difference: DirectedDifference,
  subject: Subject,
): FindingResult {
  const { path, type, direction, desired, live } = difference;
  const owners = type === 'missing' ? [] : ownersOf(subject.entries, path);
  const kind = subject.identity.kind;
  const shown = (value: JsonValue) =>
    toPlain(maskBelow(kind, path, value, subject.context.mask));
  const source = sourceOf(difference, subject);
  const [owner] = owners;
  return {
    path: formatPath(path),
    type,
    direction,
    ...verdictOf(difference, owners, subject),
    ...(desired !== undefined && { desired: shown(desired) }),
    ...(live !== undefined && { live: shown(live) }),
    ...(owner && {
      owner: {
        manager: owner.manager,
        operation: owner.operation,
        ...(owner.subresource && { subresource: owner.subresource }),
        ...(owner.time && { time: owner.time }),
      },
    }),
    ...(source && { source }),
  };
}

/** Ignore rules come last, so that what they hide is counted exactly. */
function verdictOf(
  difference: DirectedDifference,
  owners: readonly ManagedFieldsEntry[],
  { identity, manifest, live, entries, context }: Subject,
): Pick<FindingResult, 'verdict' | 'reason' | 'suppression' | 'subject'> {
  const { options, registry, autoscalers, suppressions } = context;
  const desired = manifest.object;
  const schema = registry.kind(desired.apiVersion, desired.kind);
  const unverifiable = unverifiableReason({
    difference,
    desired,
    live,
    desiredType: schema,
    liveType: registry.kind(live.apiVersion, live.kind),
  });
  if (unverifiable !== undefined) {
    return { verdict: 'unverifiable', reason: unverifiable };
  }
  const expected = expectedReason({
    identity,
    difference,
    desired,
    live,
    owners,
    entries,
    managers: options,
    isKindKnown: schema.builtIn || schema.typeName !== undefined,
    fieldType: nodeAt(schema, difference.path),
    autoscalers,
    ignoreAggregatedRoles: options.ignoreAggregatedRoles ?? true,
    unstablePaths: unstablePathsOf(identity, options.unstablePaths ?? []),
  });
  if (expected !== undefined) {
    return { verdict: 'expected', reason: expected };
  }
  const note =
    difference.orderMatters ??
    difference.note ??
    unknownFieldNote(difference, schema);
  return {
    ...(note !== undefined && { reason: note }),
    ...suppressions.judge(
      identity,
      difference.path,
      owners.map(owner => owner.manager),
      [desired, live],
    ),
  };
}

function sourceOf(
  { path, type }: DirectedDifference,
  { manifest, context }: Subject,
): FindingResult['source'] {
  const { file } = manifest;
  if (file === undefined) {
    return undefined;
  }
  const declared = type === 'changed' || type === 'missing';
  const line = declared
    ? manifest.lineOf?.(storedPath(path, manifest))
    : undefined;
  return {
    file,
    ...(line !== undefined && { line }),
    ...(context.options.commit && { commit: context.options.commit }),
  };
}

/** A Secret's `data.x` may stand in the manifest as `stringData.x`. */
function storedPath(
  path: DirectedDifference['path'],
  { object }: ManifestObject,
): DirectedDifference['path'] {
  const [first, second] = path;
  return object.kind === 'Secret' &&
    second !== undefined &&
    'field' in first &&
    first.field === 'data' &&
    'field' in second &&
    own(own(object, 'stringData'), second.field) !== undefined
    ? [{ field: 'stringData' }, ...path.slice(1)]
    : path;
}

/** Results are JSON: integers too long for it are told as text. */
function toPlain(value: JsonValue): unknown {
  if (typeof value === 'bigint') {
    return value.toString();
  }
  if (Array.isArray(value)) {
    return value.map(toPlain);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.keys(value).map(key => [key, toPlain(value[key])]),
    );
  }
  return value;
}
