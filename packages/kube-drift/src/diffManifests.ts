import { exclusionOf } from './compare/presence';
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
} from './identity/ref';
import { SchemaRegistry } from './schema/registry';
import { createMasker } from './secrets/mask';
import { Autoscalers } from './verdict/autoscaling/Autoscalers';
import { JudgeContext, judgeObject } from './verdict/judgeObject';
import { judgeAbsent, judgeUndeclared } from './verdict/judgePresence';
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
  const result = judgePair(pair, base, context);
  const excluded = exclusionOf(
    [pair.desired?.object, pair.live],
    context.options,
  );
  return result && excluded !== undefined
    ? asExcluded(result, excluded)
    : result;
}

function judgePair(
  { identity, desired, live, declarations }: Pair,
  base: KubeObject | undefined,
  context: JudgeContext,
): ObjectResult | undefined {
  if (!desired) {
    return live && judgeUndeclared(identity, live, context);
  }
  if (!live) {
    return judgeAbsent(identity, desired, context);
  }
  const findings = judgeObject(identity, desired, live, base, context);
  return {
    ref: formatRef(identity),
    ...objectVerdict(findings),
    ...(declarations > 1 && {
      reason: `declared ${declarations} times: the last declaration counts`,
    }),
    findings,
  };
}

/** Drift for certain comes before what nobody can tell. */
function objectVerdict(
  findings: readonly FindingResult[],
): Pick<ObjectResult, 'verdict' | 'reason'> {
  if (findings.some(({ verdict }) => verdict === 'drift')) {
    return { verdict: 'drift' };
  }
  const unclear = findings.find(({ verdict }) => verdict === 'unverifiable');
  return unclear
    ? { verdict: 'unverifiable', reason: unclear.reason }
    : { verdict: 'none' };
}

/** It says so, and does not pass for in sync. */
function asExcluded(result: ObjectResult, reason: string): ObjectResult {
  return {
    ref: result.ref,
    verdict: 'none',
    reason,
    findings: result.findings.map(finding => ({
      ...finding,
      verdict: 'excluded',
      reason,
    })),
  };
}
