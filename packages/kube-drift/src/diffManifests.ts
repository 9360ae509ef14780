import {
  exclusionOf,
  excusedAbsence,
  isGenerated,
  proofOfBelonging,
} from './compare/presence';
import { Pair, pairObjects } from './compare/pairing';
import {
  Comparison,
  FindingResult,
  ObjectResult,
  summarise,
} from './Comparison';
import { DiffOptions } from './DiffOptions';
import {
  formatRef,
  identify,
  IdentityContext,
  identityKey,
  isKubeObject,
  ObjectIdentity,
} from './identity/ref';
import { RESOURCE_PATH } from './path/format';
import { SchemaRegistry } from './schema/registry';
import { createMasker } from './secrets/mask';
import { JsonMap } from './values/json';
import { Autoscalers } from './verdict/autoscaling/Autoscalers';
import { JudgeContext, judgeObject } from './verdict/judgeObject';
import { Suppressions } from './verdict/suppressions';
import {
  KubeObject,
  ManifestError,
  ManifestObject,
  readManifests,
} from './yaml/readManifests';

/**
 * Compares what Git wants with what runs. Every difference comes back with a
 * verdict and, where it is no drift, with the reason.
 *
 * Pure: no I/O, and the inputs are neither changed nor copied.
 *
 * @param desired - manifests as text, or objects as read; objects of
 * {@link readManifests} carry file and line into the findings
 * @param live - live objects with their managedFields; `null` for none
 * @throws InvalidIgnoreRuleError for an ignore rule that cannot be understood
 * @public
 */
export function diffManifests(
  desired: string | readonly object[],
  live: string | readonly object[] | null,
  options: DiffOptions = {},
): Comparison {
  const wanted = readSide(desired);
  const found = readSide(live ?? []);
  const base = options.base === undefined ? undefined : readSide(options.base);

  const liveObjects = found.objects.map(({ object }) => object);
  const known = [
    ...wanted.objects.map(({ object }) => object),
    ...liveObjects,
    ...readSide(options.context ?? []).objects.map(({ object }) => object),
  ];
  const registry = new SchemaRegistry(options, known);
  const identityContext: IdentityContext = {
    registry,
    defaultNamespace: options.namespace,
    scope: options.scope,
  };
  const context: JudgeContext = {
    options,
    registry,
    autoscalers: new Autoscalers(known, options.namespace),
    suppressions: new Suppressions(options),
    mask: createMasker(options.secretKey),
  };
  const bases = new Map(
    base?.objects.map(({ object }) => [
      identityKey(identify(object, identityContext)),
      object,
    ]),
  );
  const objects = pairObjects(
    wanted.objects,
    liveObjects,
    identityContext,
  ).flatMap(pair => {
    const result = comparePair(
      pair,
      bases.get(identityKey(pair.identity)),
      context,
    );
    return result ? [result] : [];
  });
  return {
    objects,
    summary: summarise(objects),
    errors: [...wanted.errors, ...found.errors, ...(base?.errors ?? [])],
  };
}

function readSide(side: string | readonly object[]): {
  objects: ManifestObject[];
  errors: ManifestError[];
} {
  if (typeof side === 'string') {
    return readManifests(side);
  }
  const objects: ManifestObject[] = [];
  const errors: ManifestError[] = [];
  side.forEach((item, document) => {
    if (isKubeObject(item)) {
      objects.push({ object: item, document });
    } else if (isManifestObject(item)) {
      objects.push(item);
    } else {
      errors.push({
        message: `item ${document} is not a Kubernetes object: apiVersion, kind and metadata are expected`,
      });
    }
  });
  return { objects, errors };
}

function isManifestObject(item: object): item is ManifestObject {
  return 'object' in item && isKubeObject(item.object);
}

function comparePair(
  pair: Pair,
  base: KubeObject | undefined,
  context: JudgeContext,
): ObjectResult | undefined {
  const { identity, desired, live, declarations } = pair;
  const ref = formatRef(identity);
  const excluded = exclusionOf([desired?.object, live], context.options);
  if (desired && live) {
    const findings = judgeObject(
      identity,
      desired,
      live,
      base as JsonMap | undefined,
      context,
    );
    return excluded
      ? {
          ref,
          verdict: 'none',
          reason: excluded,
          findings: exclude(findings, excluded),
        }
      : {
          ref,
          verdict: findings.some(({ verdict }) => verdict === 'drift')
            ? 'drift'
            : 'none',
          ...(declarations > 1 && {
            reason: `declared ${declarations} times: the last declaration counts`,
          }),
          findings,
        };
  }
  if (desired) {
    return judgeAbsent(ref, identity, desired, excluded, context);
  }
  return live && judgeUndeclared(ref, identity, live, excluded, context);
}

function exclude(findings: FindingResult[], reason: string): FindingResult[] {
  return findings.map(finding => ({ ...finding, verdict: 'excluded', reason }));
}

/** Not seen is missing only when we could look, and nothing excuses it. */
function judgeAbsent(
  ref: string,
  identity: ObjectIdentity,
  manifest: ManifestObject,
  excluded: string | undefined,
  { options, suppressions }: JudgeContext,
): ObjectResult {
  const finding: FindingResult = {
    path: RESOURCE_PATH,
    type: 'object-missing',
    direction: 'unknown',
    verdict: 'drift',
    ...(manifest.file !== undefined && {
      source: {
        file: manifest.file,
        ...(manifest.lineOf && { line: manifest.lineOf([]) }),
        ...(options.commit && { commit: options.commit }),
      },
    }),
  };
  if (excluded) {
    return {
      ref,
      verdict: 'none',
      reason: excluded,
      findings: exclude([finding], excluded),
    };
  }
  const unavailable = unavailableReason(ref, identity, options);
  if (unavailable !== undefined) {
    return {
      ref,
      verdict: 'unverifiable',
      reason: unavailable,
      findings: [{ ...finding, verdict: 'unverifiable', reason: unavailable }],
    };
  }
  const excuse = excusedAbsence(manifest.object);
  if (excuse !== undefined) {
    return {
      ref,
      verdict: 'none',
      reason: excuse,
      findings: [{ ...finding, verdict: 'expected', reason: excuse }],
    };
  }
  const judged = { ...finding, ...suppressions.judgePresence(identity) };
  return judged.verdict === 'ignored'
    ? { ref, verdict: 'none', reason: judged.reason, findings: [judged] }
    : { ref, verdict: 'missing', findings: [judged] };
}

function unavailableReason(
  ref: string,
  { apiVersion, kind }: ObjectIdentity,
  { unavailable = {} }: DiffOptions,
): string | undefined {
  const key = [ref, `${apiVersion}/${kind}`, kind, '*'].find(candidate =>
    Object.hasOwn(unavailable, candidate),
  );
  return key === undefined ? undefined : unavailable[key];
}

function judgeUndeclared(
  ref: string,
  identity: ObjectIdentity,
  live: KubeObject,
  excluded: string | undefined,
  { options, suppressions }: JudgeContext,
): ObjectResult | undefined {
  if (isGenerated(live, identity)) {
    return undefined;
  }
  const proof =
    proofOfBelonging(live, options.trackedBy) ??
    (options.unexpected === 'all' ? 'Git declares nothing here' : undefined);
  if (proof === undefined) {
    return undefined;
  }
  const finding: FindingResult = {
    path: RESOURCE_PATH,
    type: 'object-unexpected',
    direction: 'unknown',
    verdict: 'drift',
    reason: proof,
  };
  if (excluded) {
    return {
      ref,
      verdict: 'none',
      reason: excluded,
      findings: exclude([finding], excluded),
    };
  }
  const judged = { ...finding, ...suppressions.judgePresence(identity) };
  return judged.verdict === 'ignored'
    ? { ref, verdict: 'none', reason: judged.reason, findings: [judged] }
    : { ref, verdict: 'unexpected', reason: proof, findings: [judged] };
}
