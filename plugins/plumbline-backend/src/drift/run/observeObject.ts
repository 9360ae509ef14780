import {
  attribute,
  valueAt,
  type Comparison,
  type FindingResult,
  type ObjectResult,
} from '@plumbline/kube-drift';
import { refineDirection } from '../lifecycle/refineDirection';
import { windowOf, type FindingWindow } from '../lifecycle/window';
import { severityOf } from '../lifecycle/severity';
import type { ObjectObservation } from '../Observation';
import type { ObservedFinding } from '../records';
import {
  CLOCK_TOLERANCE,
  readEvidence,
  type ObjectEvidence,
} from './ObjectEvidence';
import type { ObservationContext } from './observeTarget';
import type { LiveObject } from './readLiveObjects';
import { identityDigest, keyedDigest, toStoredValues } from './storedValue';
import { toFindingAttribution } from './toFindingAttribution';

/** What an object's observation depends on beside its target's. */
export interface ObjectContext extends ObservationContext {
  object: LiveObject;
  comparison: Comparison;
  /** The comparison's result for the object. */
  result: ObjectResult;
}

/** Gives the differences of one object their causes and makes them fit to be stored. */
export async function observeObject(
  context: ObjectContext,
): Promise<ObjectObservation> {
  const { object, result, state, secretKey } = context;
  const { declared, live } = object;
  const isUnverifiable = result.verdict === 'unverifiable';
  return {
    key: declared.key,
    ref: declared.ref,
    cluster: state.target.cluster,
    apiGroup: declared.apiGroup,
    kind: declared.kind,
    resource: declared.resource?.plural ?? '',
    namespace: declared.namespace ?? '',
    name: declared.name,
    verdict: result.verdict,
    reason: result.reason,
    isLive: live !== undefined,
    findings: isUnverifiable ? [] : await observeFindings(context),
    desiredDigestAt: path =>
      keyedDigest(valueAt(declared.manifest.object, path), secretKey),
  };
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
  const observed: ObservedFinding[] = [];
  for (const finding of findings) {
    observed.push(await observeFinding(context, finding, evidence));
  }
  return observed;
}

async function observeFinding(
  context: ObjectContext,
  finding: FindingResult,
  evidence: ObjectEvidence | undefined,
): Promise<ObservedFinding> {
  const { declared } = context.object;
  const { secretKey, state } = context;
  const { path, type, verdict, reason } = finding;
  const values = toStoredValues(finding, secretKey);
  const fingerprint = identityDigest(state.target.id, declared.key, path, type);
  const desiredDigest = keyedDigest(
    valueAt(declared.manifest.object, path),
    secretKey,
  );
  const before = state.findings.find(one => one.fingerprint === fingerprint);
  const stored = state.objects.find(({ key }) => key === declared.key);
  const known = {
    ...finding,
    direction: refineDirection(finding.direction, {
      before,
      object: stored,
      lastCommit: state.target.look?.commit?.sha,
      commit: context.desired.commit.sha,
      desiredDigest,
    }),
  };
  const window = windowOf(
    { liveDigest: values.live.digest },
    before,
    stored,
    context.observedAt,
  );
  const explained =
    evidence && verdict === 'drift'
      ? explain(context, known, evidence, window)
      : known;
  return {
    fingerprint,
    objectKey: declared.key,
    ref: declared.ref,
    path,
    type,
    direction: explained.direction,
    verdict,
    reason,
    severity: severityOf({ ...finding, kind: declared.kind }),
    desired: values.desired.value,
    live: values.live.value,
    desiredDigest,
    liveDigest: values.live.digest,
    owner: finding.owner,
    attribution:
      evidence &&
      explained.attribution &&
      toFindingAttribution(explained.attribution, evidence, window),
    source: verdict === 'drift' ? await sourceOf(context, finding) : undefined,
  };
}

/** Looks for the cause of one difference, in the window in which it must have come about. */
function explain(
  { object, comparison, result, state }: ObjectContext,
  finding: FindingResult,
  { events }: ObjectEvidence,
  { from, to }: FindingWindow,
): FindingResult {
  const { declared, live } = object;
  const explained = attribute(
    { ...comparison, objects: [{ ...result, findings: [finding] }] },
    {
      events: events.map(({ event }) => event),
      desired: [declared.manifest],
      live: live ? [live] : null,
      options: {
        namespace: state.target.namespace,
        lastCleanObservation:
          from === undefined
            ? undefined
            : new Date(from - CLOCK_TOLERANCE).toISOString(),
        observedAt: new Date(to + CLOCK_TOLERANCE).toISOString(),
      },
    },
  );
  return explained.objects[0].findings[0];
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
