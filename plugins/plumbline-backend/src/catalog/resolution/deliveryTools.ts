import type { ObjectKey } from '../ownerIndex';
import type { Lineage, LineageObject } from './Lineage';

/** The object by which a delivery tool brings others into the cluster. */
export interface Delivery {
  tool: 'argocd' | 'flux';
  /** The Application, Kustomization or HelmRelease. */
  key: ObjectKey;
  kind: 'Application' | 'Kustomization' | 'HelmRelease';
  /** Whether the namespace is said, and not only what is usual. */
  isNamespaceKnown: boolean;
  /** Found by a label that charts set as well: counts only when the Application is known. */
  mustExist: boolean;
}

const ARGOCD_TRACKING_ID = 'argocd.argoproj.io/tracking-id';
const ARGOCD_INSTANCE = 'argocd.argoproj.io/instance';
/** Argo CD's default tracking label, which Helm charts set to the name of the release. */
const COMMON_INSTANCE = 'app.kubernetes.io/instance';
const ARGOCD_NAMESPACE = 'argocd';

const FLUX_KINDS = [
  {
    group: 'kustomize.toolkit.fluxcd.io',
    resource: 'kustomizations',
    kind: 'Kustomization',
  },
  {
    group: 'helm.toolkit.fluxcd.io',
    resource: 'helmreleases',
    kind: 'HelmRelease',
  },
] as const;

/** What brought an object, or one of its owners, into the cluster; the surest first. */
export function deliveriesOf({ object, owners }: Lineage): Delivery[] {
  return [object, ...owners].flatMap(one => [
    ...argocdDeliveries(one),
    ...fluxDeliveries(one),
  ]);
}

function argocdDeliveries(object: LineageObject): Delivery[] {
  const { labels, annotations } = object;
  const isApplication =
    object.apiGroup === 'argoproj.io' && object.resource === 'applications';
  const sure = isApplication
    ? [object.namespace ? `${object.namespace}_${object.name}` : object.name]
    : [annotations[ARGOCD_TRACKING_ID]?.split(':')[0], labels[ARGOCD_INSTANCE]];
  return [
    ...sure.flatMap(app => (app ? [application(object, app, false)] : [])),
    ...(labels[COMMON_INSTANCE]
      ? [application(object, labels[COMMON_INSTANCE], true)]
      : []),
  ];
}

/** An Application outside Argo CD's own namespace is written `namespace_name`. */
function application(
  { cluster }: LineageObject,
  app: string,
  mustExist: boolean,
): Delivery {
  const [name, namespace] = app.split('_').reverse();
  return {
    tool: 'argocd',
    kind: 'Application',
    key: {
      cluster,
      apiGroup: 'argoproj.io',
      resource: 'applications',
      namespace: namespace ?? ARGOCD_NAMESPACE,
      name,
    },
    isNamespaceKnown: namespace !== undefined,
    mustExist,
  };
}

function fluxDeliveries({ cluster, labels }: LineageObject): Delivery[] {
  return FLUX_KINDS.flatMap(({ group, resource, kind }) => {
    const name = labels[`${group}/name`];
    const namespace = labels[`${group}/namespace`];
    return name === undefined || namespace === undefined
      ? []
      : [
          {
            tool: 'flux' as const,
            kind,
            key: { cluster, apiGroup: group, resource, namespace, name },
            isNamespaceKnown: true,
            mustExist: false,
          },
        ];
  });
}
