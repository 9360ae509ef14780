import type { ClusterResource } from '@plumbline/backstage-plugin-plumbline-node';
import {
  diffManifests,
  type CompiledSchema,
  type DiffOptions,
} from '@plumbline/kube-drift';
import type { DesiredState } from '../../desired';
import type { ObjectObservation, Observation } from '../Observation';
import { Coverage } from './Coverage';
import { declaredObject, type DeclaredObject } from './declaredObject';
import { readDesiredBefore } from './desiredBefore';
import { describeCoverage } from './describeCoverage';
import { inParallel } from './inParallel';
import { observeObject } from './observeObject';
import type { ObservationContext } from './ObservationContext';
import {
  AUTOSCALERS,
  readContext,
  readLiveObjects,
  type LiveObject,
} from './readLiveObjects';
import { speakingForGit } from './speakingForGit';

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
  const declared = placeObjects(desired, resources, state.target.namespace);
  const live = await readLiveObjects(
    cluster.access,
    [...declared.values()],
    cluster.claimableNamespaces,
  );
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
      resources,
      live,
      explaining: explaining.objects,
      schema,
    }),
  );
  const before = await readDesiredBefore(context, comparison.objects);
  const desiredBefore =
    before && placeObjects(before, resources, state.target.namespace);
  const coverage = new Coverage(context);
  const results = new Map(comparison.objects.map(item => [item.ref, item]));
  const objects = await inParallel(live, CONCURRENCY, async object => {
    const result = results.get(object.declared.ref);
    return result
      ? observeObject({
          ...context,
          object,
          comparison,
          result,
          desiredBefore,
          coverage,
          schema,
        })
      : [];
  });
  const unread = unreadParts(desired);
  return {
    kind: 'compared',
    commit: desired.commit,
    renderedBy: desired.renderer,
    objects: objects.flat() satisfies ObjectObservation[],
    notes: [...unread, ...explaining.notes, ...notes],
    isComplete: unread.length === 0,
    auditCoverage: await describeCoverage(context.audit, cluster.name),
  };
}

/** By key: the last declaration counts, as for kubectl. */
function placeObjects(
  desired: DesiredState,
  resources: readonly ClusterResource[],
  defaultNamespace: string,
): Map<string, DeclaredObject> {
  const declared = new Map<string, DeclaredObject>();
  for (const manifest of desired.objects) {
    const object = declaredObject(manifest, resources, defaultNamespace);
    if (object) {
      declared.set(object.key, object);
    }
  }
  return declared;
}

/** What the cluster answered. */
interface ClusterSide {
  resources: readonly ClusterResource[];
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
    observedAt,
  }: ObservationContext,
  { resources, live, explaining, schema }: ClusterSide,
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
    now: new Date(observedAt).toISOString(),
    unavailable: Object.fromEntries(
      live.flatMap(({ declared, unavailable }) =>
        unavailable === undefined ? [] : [[declared.ref, unavailable]],
      ),
    ),
    scope: (apiVersion, kind) => {
      const served = resources.find(
        resource =>
          resource.kind === kind &&
          resource.group ===
            (apiVersion.includes('/') ? apiVersion.split('/')[0] : ''),
      );
      return served && (served.namespaced ? 'namespaced' : 'cluster');
    },
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
