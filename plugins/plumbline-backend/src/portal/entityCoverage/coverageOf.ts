import {
  HONOURED_ANNOTATIONS,
  MANIFESTS_ANNOTATION,
  parseManifestsAnnotation,
  type CoveragePage,
  type Feed,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { PlumblineEntity } from '../../catalog';
import type { CoverageTarget } from '../../drift/CoverageTargets';

/** One entity of the coverage page. */
export type CoverageItem = CoveragePage['items'][number];
type CoverageStep = CoverageItem['steps'][number];
type StepId = CoverageStep['id'];
type StepAnswer = Omit<CoverageStep, 'id'>;

/** Everything that the coverage of one entity depends on. */
export interface CoverageFacts {
  entity: PlumblineEntity;
  targets: CoverageTarget[];
  feeds: Feed[];
}

const STEPS: { id: StepId; check: (facts: CoverageFacts) => StepAnswer }[] = [
  { id: 'annotation', check: checkAnnotation },
  { id: 'location', check: checkLocation },
  { id: 'manifests', check: checkManifests },
  { id: 'cluster', check: checkCluster },
  { id: 'audit', check: checkAudit },
];

/** Goes through the steps of setting an entity up; behind the first one that fails nothing can be said. */
export function coverageOf(facts: CoverageFacts): CoverageItem {
  const { entityRef, entity, owner } = facts.entity;
  const steps: CoverageStep[] = [];
  let failed: StepId | undefined;
  for (const { id, check } of STEPS) {
    const answer: StepAnswer = failed
      ? { result: 'not-reached', message: 'not reached' }
      : check(facts);
    if (answer.result === 'failed') {
      failed = id;
    }
    steps.push({ id, ...answer });
  }
  return {
    entityRef,
    title: entity.metadata.title,
    owner,
    state: stateOf(failed, facts),
    steps,
  };
}

function stateOf(
  failed: StepId | undefined,
  { targets, feeds }: CoverageFacts,
): CoverageItem['state'] {
  if (failed === undefined) {
    return 'covered';
  }
  const couldNotLook = targets.some(
    target =>
      (target.failure === undefined || target.failure.step === 'cluster') &&
      target.cluster !== undefined &&
      feedOf(target.cluster, feeds)?.observable === false,
  );
  return failed === 'cluster' && couldNotLook ? 'unobservable' : 'needs-set-up';
}

function checkAnnotation({ entity, targets }: CoverageFacts): StepAnswer {
  const text = entity.entity.metadata.annotations?.[MANIFESTS_ANNOTATION];
  const annotationToPaste = `${MANIFESTS_ANNOTATION}: path/to/manifests`;
  if (text === undefined) {
    return {
      result: 'failed',
      message: `there is no annotation ${MANIFESTS_ANNOTATION}`,
      annotationToPaste,
    };
  }
  try {
    const count = parseManifestsAnnotation(text).length;
    return (
      failureAt('annotation', targets, annotationToPaste) ??
      ok(count === 1 ? '1 target is declared' : `${count} targets are declared`)
    );
  } catch (error) {
    return {
      result: 'failed',
      message: error instanceof Error ? error.message : String(error),
      annotationToPaste,
    };
  }
}

function checkLocation({ entity, targets }: CoverageFacts): StepAnswer {
  const { sourceLocation } = HONOURED_ANNOTATIONS;
  const annotations = entity.entity.metadata.annotations ?? {};
  const annotationToPaste = `${sourceLocation}: url:https://…/`;
  const declarations = parseManifestsAnnotation(
    annotations[MANIFESTS_ANNOTATION] ?? '.',
  );
  const relative = declarations.find(({ path }) => !path.startsWith('url:'));
  if (relative && annotations[sourceLocation] === undefined) {
    return {
      result: 'failed',
      message: `${relative.path} is relative, but there is no annotation ${sourceLocation}`,
      annotationToPaste,
    };
  }
  return (
    failureAt('location', targets, annotationToPaste) ??
    ok(targets[0]?.location ?? annotations[sourceLocation] ?? 'absolute')
  );
}

function checkManifests({ targets }: CoverageFacts): StepAnswer {
  const failure = failureAt('manifests', targets);
  if (failure) {
    return failure;
  }
  if (targets.length === 0) {
    return {
      result: 'failed',
      message: 'the manifests have not been looked for yet',
    };
  }
  const empty = targets.find(({ objectsTotal }) => objectsTotal === 0);
  if (empty) {
    return {
      result: 'failed',
      message: `${empty.path} declares no object`,
      annotationToPaste: `${MANIFESTS_ANNOTATION}: path/to/manifests`,
    };
  }
  const known = targets.filter(
    ({ objectsTotal }) => objectsTotal !== undefined,
  );
  const total = known.reduce(
    (sum, { objectsTotal = 0 }) => sum + objectsTotal,
    0,
  );
  return ok(
    known.length < targets.length
      ? 'not every target has been looked at yet'
      : `${total} ${total === 1 ? 'object is' : 'objects are'} declared`,
  );
}

function checkCluster({ targets, feeds }: CoverageFacts): StepAnswer {
  const unplaced = targets.some(({ cluster }) => cluster === undefined);
  const [first] = feeds;
  const failure = failureAt(
    'cluster',
    targets,
    unplaced && first
      ? `${HONOURED_ANNOTATIONS.kubernetesCluster}: ${first.cluster}`
      : undefined,
  );
  if (failure) {
    return failure;
  }
  const clusters = clustersOf(targets);
  for (const cluster of clusters) {
    const feed = feedOf(cluster, feeds);
    if (!feed?.observable) {
      const since = feed?.unobservableSince
        ? ` (since ${feed.unobservableSince})`
        : '';
      return {
        result: 'failed',
        message: `${cluster} cannot be looked at: ${
          feed?.unobservableReason ?? 'it is not configured'
        }${since}`,
      };
    }
  }
  return ok(clusters.join(', '));
}

function checkAudit({ targets, feeds }: CoverageFacts): StepAnswer {
  const heard = clustersOf(targets).map(cluster => feedOf(cluster, feeds));
  const missing = heard.find(
    feed => feed?.state === 'never' || feed?.state === 'no-subject',
  );
  if (missing) {
    return {
      result: 'failed',
      message: `no audit events of ${missing.cluster} arrive: ${missing.reason}`,
    };
  }
  const silent = heard.find(feed => feed?.state === 'silent');
  return ok(
    silent
      ? `audit events of ${silent.cluster} have arrived, the last at ${silent.lastReceivedAt}`
      : 'audit events arrive',
  );
}

function failureAt(
  step: StepId,
  targets: CoverageTarget[],
  annotationToPaste?: string,
): StepAnswer | undefined {
  const failure = targets.find(
    target => target.failure?.step === step,
  )?.failure;
  return (
    failure && {
      result: 'failed',
      message: failure.message,
      ...(annotationToPaste && { annotationToPaste }),
    }
  );
}

function clustersOf(targets: CoverageTarget[]): string[] {
  return [...new Set(targets.flatMap(({ cluster }) => cluster ?? []))];
}

function feedOf(cluster: string, feeds: Feed[]): Feed | undefined {
  return feeds.find(feed => feed.cluster === cluster);
}

function ok(message: string): StepAnswer {
  return { result: 'ok', message };
}
