import { Difference } from '../compare/difference';
import { classifyManager, ManagerLists } from '../fields/managers';
import { ManagedFieldsEntry } from '../fields/managedFields';
import { ObjectIdentity } from '../identity/ref';
import { formatPath } from '../path/format';
import { Path } from '../path/segment';
import { KubeObject } from '../yaml/readManifests';
import { own, ownAt } from '../values/json';
import { Autoscalers } from './autoscalers';

/** What an expected rule may look at. */
export interface ExpectedSubject {
  identity: ObjectIdentity;
  difference: Difference;
  desired: KubeObject;
  live: KubeObject;
  /** Owners of the field, the newest first. */
  owners: readonly ManagedFieldsEntry[];
  managers: ManagerLists;
  autoscalers: Autoscalers;
  ignoreAggregatedRoles: boolean;
  /** Paths of the object that differ between two renderings of the same commit. */
  unstablePaths: readonly string[];
}

/**
 * A difference that somebody other than a person makes, and that is as it
 * should be while its condition holds.
 */
interface ExpectedRule {
  id: string;
  /** The reason that is shown; `undefined` when the rule does not apply. */
  reason(subject: ExpectedSubject): string | undefined;
}

const RULES: readonly ExpectedRule[] = [
  {
    id: 'order-only',
    reason: ({ difference }) =>
      difference.orderOnly
        ? 'same elements in another order, which means nothing here'
        : undefined,
  },
  {
    id: 'autoscaler',
    reason: ({ difference, identity, owners, managers, autoscalers }) =>
      formatPath(difference.path) === 'spec.replicas' &&
      !writtenByHand(owners, managers)
        ? autoscalers.replicasReason(identity, difference.live)
        : undefined,
  },
  {
    id: 'vertical-autoscaler',
    reason: ({ difference, identity, owners, managers, autoscalers }) =>
      /\.resources(?:\.|$)/.test(formatPath(difference.path)) &&
      !writtenByHand(owners, managers)
        ? autoscalers.resourcesReason(identity)
        : undefined,
  },
  {
    id: 'admission',
    reason: ({ difference }) =>
      difference.unowned
        ? 'no field manager owns it: the API server or its admission added it'
        : undefined,
  },
  { id: 'ca-bundle', reason: caBundleReason },
  {
    id: 'tag-resolved',
    reason: ({ difference: { path, desired, live }, owners, managers }) => {
      const last = path.at(-1);
      return last &&
        'field' in last &&
        last.field === 'image' &&
        typeof desired === 'string' &&
        typeof live === 'string' &&
        resolvesTag(desired, live) &&
        !writtenByHand(owners, managers)
        ? 'the declared tag, resolved to its digest at admission'
        : undefined;
    },
  },
  {
    id: 'aggregated-role',
    reason: ({ difference, desired, ignoreAggregatedRoles }) =>
      ignoreAggregatedRoles &&
      own(desired, 'aggregationRule') !== undefined &&
      isBelow(formatPath(difference.path), 'rules')
        ? 'rules of an aggregated role are filled in by a controller'
        : undefined,
  },
  {
    id: 'gitops-tracking',
    reason: ({ difference: { path, desired }, owners, managers }) =>
      desired === undefined &&
      isTrackingMark(path) &&
      !writtenByHand(owners, managers)
        ? 'the mark by which a GitOps controller knows its objects'
        : undefined,
  },
  {
    id: 'unstable-rendering',
    reason: ({ difference, unstablePaths }) =>
      unstablePaths.some(path => isBelow(formatPath(difference.path), path))
        ? 'differs between two renderings of the same commit'
        : undefined,
  },
];

/** The first rule that expects the difference, with its reason. */
export function expectedReason(subject: ExpectedSubject): string | undefined {
  for (const rule of RULES) {
    const reason = rule.reason(subject);
    if (reason !== undefined) {
      return `${rule.id}: ${reason}`;
    }
  }
  return undefined;
}

/** A rule about a controller's field does not excuse a person's write. */
function writtenByHand(
  owners: readonly ManagedFieldsEntry[],
  managers: ManagerLists,
): boolean {
  const [owner] = owners;
  return (
    owner !== undefined &&
    classifyManager(owner.manager, managers) === 'human-tool'
  );
}

/** What Argo CD and Flux add to everything they apply. */
const TRACKING_MARKS = new Set([
  'argocd.argoproj.io/installation-id',
  'argocd.argoproj.io/tracking-id',
  'helm.toolkit.fluxcd.io/name',
  'helm.toolkit.fluxcd.io/namespace',
  'kustomize.toolkit.fluxcd.io/name',
  'kustomize.toolkit.fluxcd.io/namespace',
]);

function isTrackingMark(path: Path): boolean {
  const [metadata, map, mark] = path.map(segment =>
    'field' in segment ? segment.field : undefined,
  );
  return (
    metadata === 'metadata' &&
    (map === 'annotations' || map === 'labels') &&
    mark !== undefined &&
    TRACKING_MARKS.has(mark)
  );
}

const CA_INJECTION = [
  'cert-manager.io/inject-ca-from',
  'cert-manager.io/inject-ca-from-secret',
  'cert-manager.io/inject-apiserver-ca',
  'service.beta.openshift.io/inject-cabundle',
];

function caBundleReason({
  difference,
  live,
  owners,
  managers,
}: ExpectedSubject): string | undefined {
  const last = difference.path.at(-1);
  if (!last || !('field' in last) || last.field !== 'caBundle') {
    return undefined;
  }
  const annotations = ownAt(live, 'metadata', 'annotations');
  const injector = CA_INJECTION.find(
    name => own(annotations, name) !== undefined,
  );
  if (injector && !writtenByHand(owners, managers)) {
    return `CA bundle filled in by an injector (${injector})`;
  }
  return owners[0]?.manager === 'cainjector' ||
    owners[0]?.manager === 'cert-manager-cainjector'
    ? 'CA bundle filled in by cert-manager'
    : undefined;
}

function resolvesTag(desired: string, live: string): boolean {
  const at = live.indexOf('@sha256:');
  if (at === -1 || desired.includes('@')) {
    return false;
  }
  const pinned = live.slice(0, at);
  return pinned === desired || pinned === desired.replace(/:[^/:]+$/, '');
}

function isBelow(path: string, ancestor: string): boolean {
  return (
    path === ancestor ||
    path.startsWith(`${ancestor}.`) ||
    path.startsWith(`${ancestor}[`)
  );
}
