/**
 * Where an entity's manifests are: a path relative to its source location, an absolute `url:…`, or a YAML list of
 * targets `{ path, cluster?, namespace?, renderer? }`.
 *
 * @public
 */
export const MANIFESTS_ANNOTATION = 'plumbline.io/manifests';

/** Annotations of others that Plumbline honours. @public */
export const HONOURED_ANNOTATIONS = {
  kubernetesId: 'backstage.io/kubernetes-id',
  kubernetesLabelSelector: 'backstage.io/kubernetes-label-selector',
  kubernetesNamespace: 'backstage.io/kubernetes-namespace',
  kubernetesCluster: 'backstage.io/kubernetes-cluster',
  sourceLocation: 'backstage.io/source-location',
  argocdAppName: 'argocd/app-name',
  argocdAppSelector: 'argocd/app-selector',
  argocdAppNamespace: 'argocd/app-namespace',
  argocdProjectName: 'argocd/project-name',
  argocdInstanceName: 'argocd/instance-name',
} as const;
