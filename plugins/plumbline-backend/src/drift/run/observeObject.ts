import {
  fieldOwnerAt,
  RESOURCE_PATH,
  valueAt,
  type FindingResult,
  type ObjectResult,
} from '@plumbline/kube-drift';
import { refineDirection } from '../lifecycle/refineDirection';
import { windowOf } from '../lifecycle/window';
import { healthOf } from '../lifecycle/workload/healthOf';
import { relationsOf } from '../lifecycle/workload/objectRelations';
import type { ObjectObservation } from '../Observation';
import type {
  FindingRecord,
  ObservedFinding,
  ObservedObjectRecord,
} from '../records';
import { wasClean } from './desiredBefore';
import { DifferingPaths } from './DifferingPaths';
import { explainFindings, type PlacedFinding } from './explainFindings';
import { readEvidence, type ObjectEvidence } from './ObjectEvidence';
import type { ObjectContext } from './ObjectContext';
import { identityDigest, keyedDigest, toStoredValues } from './storedValue';
import { toFindingAttribution } from './toFindingAttribution';

/** Gives the differences of one object their causes and makes them fit to be stored. */
export async function observeObject(
  context: ObjectContext,
): Promise<ObjectObservation> {
  const { object, result, state, secretKey } = context;
  const { declared, live } = object;
  const verdict = verdictOf(result);
  return {
    key: declared.key,
    ref: declared.ref,
    cluster: state.target.cluster,
    apiGroup: declared.apiGroup,
    kind: declared.kind,
    resource: declared.resource?.plural ?? '',
    namespace: declared.namespace ?? '',
    name: declared.name,
    verdict,
    reason: result.reason,
    isLive: live !== undefined,
    relations: relationsOf(declared.manifest.object),
    health: live && healthOf(live),
    findings: verdict === 'unverifiable' ? [] : await observeFindings(context),
    desiredDigestAt: path =>
      keyedDigest(valueAt(declared.manifest.object, path), secretKey),
    managerAt: path => live && fieldOwnerAt(live, path)?.manager,
  };
}

/** An object of which single fields cannot be judged was looked at: the rest of it is known, and they say it themselves. */
function verdictOf({ verdict, findings }: ObjectResult) {
  return verdict === 'unverifiable' &&
    findings.some(({ path }) => path !== RESOURCE_PATH)
    ? 'none'
    : verdict;
}

async function observeFindings(
  context: ObjectContext,
): Promise<ObservedFinding[]> {
  const { object, result, state, audit, observedAt } = context;
  const { findings } = result;
  const hasDrift = findings.some(({ verdict }) => verdict === 'drift');
  const evidence = hasDrift
    ? await readEvidence(
        audit,
        state.target.cluster,
        object.declared,
        observedAt,
      )
    : undefined;
  const earlier = earlierLook(context);
  const placed = findings.map(finding =>
    placeFinding(context, finding, earlier),
  );
  const explained = evidence
    ? await explainFindings(
        context,
        placed.filter(
          ({ known, liveUnchanged }) =>
            known.verdict === 'drift' && !liveUnchanged,
        ),
        evidence,
      )
    : new Map<PlacedFinding, FindingResult>();
  const observed: ObservedFinding[] = [];
  for (const one of placed) {
    observed.push(
      await toObserved(context, one, explained.get(one) ?? one.known, evidence),
    );
  }
  return observed;
}

/** What is stored of an object. */
interface EarlierLook {
  object: ObservedObjectRecord | undefined;
  /** By fingerprint, closed ones too. */
  findings: ReadonlyMap<string, FindingRecord>;
  open: DifferingPaths;
}

function earlierLook({ object, stored }: ObjectContext): EarlierLook {
  const { key } = object.declared;
  const findings = stored.findings(key);
  return {
    object: stored.object(key),
    findings: new Map(findings.map(one => [one.fingerprint, one])),
    open: new DifferingPaths(
      findings
        .filter(({ closedAt }) => closedAt === undefined)
        .map(({ path }) => path),
    ),
  };
}

function placeFinding(
  context: ObjectContext,
  finding: FindingResult,
  earlier: EarlierLook,
): PlacedFinding {
  const { declared } = context.object;
  const { secretKey, state } = context;
  const { path, type } = finding;
  const values = toStoredValues(finding, secretKey);
  const fingerprint = identityDigest(state.target.id, declared.key, path, type);
  const desiredDigest = keyedDigest(
    valueAt(declared.manifest.object, path),
    secretKey,
  );
  const before = earlier.findings.get(fingerprint);
  const { direction, desiredUnchanged, liveUnchanged } = refineDirection(
    finding.direction,
    {
      before,
      cleanDigest: cleanDigestAt(context, path, earlier),
      desiredDigest,
      liveDigest: values.live.digest,
    },
  );
  return {
    known: { ...finding, direction },
    fingerprint,
    values,
    desiredDigest,
    window: windowOf(
      { liveDigest: values.live.digest },
      before,
      earlier.object,
      context.observedAt,
    ),
    desiredUnchanged,
    liveUnchanged,
  };
}

async function toObserved(
  context: ObjectContext,
  { known, fingerprint, values, desiredDigest, window }: PlacedFinding,
  explained: FindingResult,
  evidence: ObjectEvidence | undefined,
): Promise<ObservedFinding> {
  const { declared } = context.object;
  const { path, type, verdict, reason } = known;
  return {
    fingerprint,
    objectKey: declared.key,
    ref: declared.ref,
    path,
    type,
    direction: explained.direction,
    verdict,
    reason,
    desired: values.desired.value,
    live: values.live.value,
    desiredDigest,
    liveDigest: values.live.digest,
    owner: known.owner,
    attribution:
      evidence &&
      explained.attribution &&
      toFindingAttribution(explained.attribution, evidence, window),
    source: verdict === 'drift' ? await sourceOf(context, known) : undefined,
    suppression: known.suppression,
    subject: known.subject,
  };
}

/** Digest of what Git wanted at the last look, where live was so. */
function cleanDigestAt(
  { object: { declared }, state, desiredBefore, secretKey }: ObjectContext,
  path: string,
  { object, open }: EarlierLook,
): string | undefined {
  const manifest = desiredBefore?.get(declared.key)?.manifest.object;
  return manifest && wasClean(path, object, open, state.target.look)
    ? keyedDigest(valueAt(manifest, path), secretKey)
    : undefined;
}

/** Where Git says so: the line that declares it, or the file as a whole. */
async function sourceOf(
  { object, desired, desiredStates, state }: ObjectContext,
  finding: FindingResult,
): Promise<ObservedFinding['source']> {
  const file = finding.source?.file ?? object.declared.manifest.file;
  if (file === undefined) {
    return undefined;
  }
  const line = finding.source?.line;
  const origin = await desiredStates.evidenceOf(state.target, {
    sha: desired.commit.sha,
    file,
    line,
  });
  return { file, line, url: origin.url, commit: origin.commit };
}
