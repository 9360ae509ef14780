import { classifyManager } from '../../fields/managers';
import { formatPath } from '../../path/format';
import { Path } from '../../path/segment';
import { own } from '../../values/json';
import {
  ExpectedRule,
  ExpectedSubject,
  isBelow,
  writtenByHand,
} from './ExpectedRule';

/** What Argo CD, Flux and Helm add to everything they apply. */
const TRACKING_MARKS = new Set([
  'argocd.argoproj.io/installation-id',
  'argocd.argoproj.io/instance',
  'argocd.argoproj.io/tracking-id',
  'helm.toolkit.fluxcd.io/name',
  'helm.toolkit.fluxcd.io/namespace',
  'kustomize.toolkit.fluxcd.io/name',
  'kustomize.toolkit.fluxcd.io/namespace',
  'meta.helm.sh/release-name',
  'meta.helm.sh/release-namespace',
]);

const INSTANCE = 'app.kubernetes.io/instance';
const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

/** Labels of everybody that Argo CD and Helm set as well: their marks only where such a tool wrote them. */
const SHARED_MARKS = new Set([INSTANCE, 'app.kubernetes.io/managed-by']);

const AUTOSCALER_STATUS = new Set([
  'autoscaling.alpha.kubernetes.io/conditions',
  'autoscaling.alpha.kubernetes.io/current-metrics',
]);

export const CONTROLLER_RULES: readonly ExpectedRule[] = [
  {
    id: 'admission',
    about:
      'Fields that nobody declared and no field manager owns: sidecars, variables, tolerations and the like, added by the API server or its admission.',
    reason: ({ difference }) =>
      difference.unowned
        ? 'no field manager owns it: the API server or its admission added it'
        : undefined,
  },
  {
    id: 'aggregated-role',
    about: 'The rules of a role that aggregates others.',
    reason: ({ difference, desired, ignoreAggregatedRoles }) =>
      ignoreAggregatedRoles &&
      own(desired, 'aggregationRule') !== undefined &&
      isBelow(formatPath(difference.path), 'rules')
        ? 'rules of an aggregated role are filled in by a controller'
        : undefined,
  },
  {
    id: 'autoscaler-status',
    about:
      'Annotations in which autoscaling/v1 keeps what newer versions have in the status.',
    reason: ({ difference, identity }) =>
      identity.kind === 'HorizontalPodAutoscaler' &&
      AUTOSCALER_STATUS.has(markOf(difference.path) ?? '')
        ? 'the status of the autoscaler, as autoscaling/v1 tells it'
        : undefined,
  },
  {
    id: 'gitops-tracking',
    about:
      'Labels and annotations by which Argo CD, Flux and Helm know their objects, unless a person wrote them last.',
    reason: subject =>
      subject.difference.desired === undefined && isTrackingMark(subject)
        ? 'the mark by which a GitOps controller knows its objects'
        : undefined,
  },
  {
    id: 'argocd-instance-label',
    about:
      'The label app.kubernetes.io/instance, in which Argo CD puts the name of its Application where it tracks objects by label, as long as Argo CD wrote it last.',
    reason: subject =>
      subject.difference.desired !== undefined && isTrackedByLabel(subject)
        ? 'Argo CD tracks the object by this label, in which it puts the name of its Application'
        : undefined,
  },
];

/**
 * Argo CD puts the name of its Application in place of what is declared, where it tracks by label: then there is no
 * tracking-id.
 */
function isTrackedByLabel({
  difference,
  owners,
  live,
}: ExpectedSubject): boolean {
  const [owner] = owners;
  return (
    markOf(difference.path) === INSTANCE &&
    difference.live !== undefined &&
    owner !== undefined &&
    owner.manager.startsWith('argocd') &&
    own(own(live.metadata, 'annotations'), TRACKING_ID) === undefined
  );
}

function isTrackingMark(subject: ExpectedSubject): boolean {
  const mark = markOf(subject.difference.path);
  if (mark === undefined) {
    return false;
  }
  const [owner] = subject.owners;
  return (
    (TRACKING_MARKS.has(mark) && !writtenByHand(subject)) ||
    (SHARED_MARKS.has(mark) &&
      owner !== undefined &&
      classifyManager(owner.manager, subject.managers) === 'gitops')
  );
}

/** Name of a label or annotation. */
function markOf(path: Path): string | undefined {
  const [metadata, map, mark] = path.map(segment =>
    'field' in segment ? segment.field : undefined,
  );
  return metadata === 'metadata' && (map === 'annotations' || map === 'labels')
    ? mark
    : undefined;
}
