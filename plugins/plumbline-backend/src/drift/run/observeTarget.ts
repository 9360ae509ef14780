import type { ClusterResource } from '@plumbline/backstage-plugin-plumbline-node';
import {
  diffManifests,
  type CompiledSchema,
  type DiffOptions,
  type ObjectResult,
} from '@plumbline/kube-drift';
import type { DesiredState } from '../../desired';
import type { Observation } from '../Observation';
import { StoredObjects } from '../StoredObjects';
import { Coverage } from './Coverage';
import {
  declaredObject,
  type DeclaredObject,
  type Placement,
} from './declaredObject';
import { readDesiredBefore } from './desiredBefore';
import { describeCoverage } from './describeCoverage';
import { inParallel } from './inParallel';
import { kindScopes } from './kindScopes';
import { observeObject } from './observeObject';
import type { ObservationContext } from './ObservationContext';
import {
  AUTOSCALERS,
  readContext,
  readLiveObjects,
  type LiveObject,
} from './readLiveObjects';
import { speakingForGit } from './speakingForGit';
import { withoutJudgedReplicas } from './withoutJudgedReplicas';

/** Objects whose evidence is read at once. */
const CONCURRENCY = 4;

/**
 * Compares what a target should run with what runs.
 *
 * @throws ClusterAccessError when the cluster as a whole does not answer
 */
export async function observeTarget(
  context: ObservationContext,
): Promise<Extract<Observation, { kind: 'compared' }>> {
  const { desired, state, cluster } = context;
  const resources = await cluster.access.discover();
  const placement: Placement = {
    resources,
    scopeOf: kindScopes({
      resources,
      stored: state.objects,
      desired: desired.objects,
    }),
    defaultNamespace: state.target.namespace,
  };
  const declared = placeObjects(desired, placement);
  const live = await readLiveObjects(
    cluster.access,
    [...declared.values()],
    cluster.claimableNamespaces,
  );
  const observedAt = context.now();
  const explaining = await readContext(
    cluster.access,
    [...declared.values()],
    preferredVersion(resources),
  );
  const { schema, notes } = await context.schemas.of(cluster.access, [
    ...declared.values(),
  ]);
  const comparison = diffManifests(
    desired.objects,
    live.flatMap(({ live: object }) => object ?? []),
    optionsOf(context, {
      placement,
      live,
      explaining: explaining.objects,
      schema,
    }),
  );
  const before = await readDesiredBefore(context, comparison.objects);
  const desiredBefore = before && placeObjects(before, placement);
  const coverage = new Coverage(context);
  const stored = new StoredObjects(state);
  const results = new Map(
    withoutJudgedReplicas(comparison.objects, explaining.unread).map(item => [
      item.ref,
      item,
    ]),
  );
  const objects = await inParallel(live, CONCURRENCY, object =>
    observeObject({
      ...context,
      observedAt,
      object,
      comparison,
      result: results.get(object.declared.ref) ?? notCompared(object),
      desiredBefore,
      coverage,
      stored,
      schema,
    }),
  );
  const unread = unreadParts(desired);
  return {
    kind: 'compared',
    commit: desired.commit,
    renderedBy: desired.renderer,
    objects,
    notes: [...unread, ...explaining.notes, ...notes],
    isComplete: unread.length === 0,
    auditCoverage: await describeCoverage(context.audit, cluster.name),
  };
}

/** By key: the last declaration counts, as for kubectl. */
function placeObjects(
  desired: DesiredState,
  placement: Placement,
): Map<string, DeclaredObject> {
  const declared = new Map<string, DeclaredObject>();
  for (const manifest of desired.objects) {
    const object = declaredObject(manifest, placement);
    if (object) {
      declared.set(object.key, object);
    }
  }
  return declared;
}

/** Nothing that Git declares is left out in silence. */
function notCompared({ declared }: LiveObject): ObjectResult {
  return {
    ref: declared.ref,
    verdict: 'unverifiable',
    reason: `${declared.ref} could not be told from other objects`,
    findings: [],
  };
}

/** What the cluster answered. */
interface ClusterSide {
  placement: Placement;
  live: readonly LiveObject[];
  /** Objects that explain differences without being declared. */
  explaining: object[];
  schema: CompiledSchema | undefined;
}

function optionsOf(
  {
    state,
    gitopsManagers,
    secretKey,
    desired,
    base,
    ignoreRules,
    begunAt,
  }: ObservationContext,
  { placement, live, explaining, schema }: ClusterSide,
): DiffOptions {
  return {
    namespace: state.target.namespace,
    gitopsManagers: speakingForGit(gitopsManagers),
    secretKey,
    context: explaining,
    schema,
    commit: desired.commit.sha,
    base,
    unstablePaths: desired.unstablePaths,
    ignoreRules,
    subjectKey: secretKey,
    now: new Date(begunAt).toISOString(),
    unavailable: Object.fromEntries(
      live.flatMap(({ declared, unavailable }) =>
        unavailable === undefined ? [] : [[declared.ref, unavailable]],
      ),
    ),
    scope: placement.scopeOf,
  };
}

/** Autoscalers as `v2` where that is served: `v1` hides their metrics. */
function preferredVersion(
  resources: readonly ClusterResource[],
): { version: string } | undefined {
  const served = resources.filter(
    ({ group, plural }) =>
      group === AUTOSCALERS.group && plural === AUTOSCALERS.plural,
  );
  return served.find(({ version }) => version === 'v2') ?? served[0];
}

/** Parts of the manifests of which nothing is known, in words. */
function unreadParts(desired: DesiredState): string[] {
  return [
    ...desired.refused.map(({ path, reason }) => `${path} ${reason}`),
    ...desired.errors.map(({ file, line, message }) =>
      [file, line, message].filter(part => part !== undefined).join(': '),
    ),
  ];
}
