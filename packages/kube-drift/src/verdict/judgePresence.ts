import {
  excusedAbsence,
  excusedPresence,
  isGenerated,
  proofOfBelonging,
} from '../compare/presence';
import { FindingResult, ObjectResult } from '../Comparison';
import { DiffOptions } from '../DiffOptions';
import { formatRef, ObjectIdentity } from '../identity/ref';
import { RESOURCE_PATH } from '../path/format';
import { KubeObject, ManifestObject } from '../yaml/readManifests';
import { JudgeContext } from './judgeObject';

/** Not seen is missing only when we could look, and nothing excuses it. */
export function judgeAbsent(
  identity: ObjectIdentity,
  manifest: ManifestObject,
  context: JudgeContext,
): ObjectResult {
  const { options } = context;
  const ref = formatRef(identity);
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
    return excused(ref, finding, excuse);
  }
  return unlessIgnored(identity, finding, { ref, verdict: 'missing' }, context);
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

/** @returns `undefined` for what may be anybody's */
export function judgeUndeclared(
  identity: ObjectIdentity,
  live: KubeObject,
  context: JudgeContext,
): ObjectResult | undefined {
  const { options } = context;
  if (isGenerated(live, identity)) {
    return undefined;
  }
  const reason =
    proofOfBelonging(live, options.trackedBy) ??
    (options.unexpected === 'all' ? 'Git declares nothing here' : undefined);
  if (reason === undefined) {
    return undefined;
  }
  const finding: FindingResult = {
    path: RESOURCE_PATH,
    type: 'object-unexpected',
    direction: 'unknown',
    verdict: 'drift',
    reason,
  };
  const ref = formatRef(identity);
  const excuse = excusedPresence(live);
  if (excuse !== undefined) {
    return excused(ref, finding, excuse);
  }
  return unlessIgnored(
    identity,
    finding,
    { ref, verdict: 'unexpected', reason },
    context,
  );
}

function excused(
  ref: string,
  finding: FindingResult,
  reason: string,
): ObjectResult {
  return {
    ref,
    verdict: 'none',
    reason,
    findings: [{ ...finding, verdict: 'expected', reason }],
  };
}

function unlessIgnored(
  identity: ObjectIdentity,
  finding: FindingResult,
  result: Omit<ObjectResult, 'findings'>,
  { suppressions }: JudgeContext,
): ObjectResult {
  const judged = { ...finding, ...suppressions.judgePresence(identity) };
  return judged.verdict === 'ignored'
    ? {
        ref: result.ref,
        verdict: 'none',
        reason: judged.reason,
        findings: [judged],
      }
    : { ...result, findings: [judged] };
}
