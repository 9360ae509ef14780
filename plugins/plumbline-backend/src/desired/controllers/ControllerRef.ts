/** Kinds of objects by which GitOps controllers deliver. */
export type ControllerKind = 'Application' | 'Kustomization' | 'HelmRelease';

/** The object by which a GitOps controller delivers others. */
export interface ControllerRef {
  /** Where the object lies, which need not be where it delivers to. */
  cluster: string;
  kind: ControllerKind;
  namespace: string;
  name: string;
}

/** One source of a controller's object; an Argo CD Application may have several. */
export interface ControllerSourceRef extends ControllerRef {
  /** Position among the sources of the object. */
  source: number;
  /** Locations of the further repositories that values come from. */
  valuesFrom?: readonly string[];
}

/** E.g. `Application/argocd/payments`, as pages show it. */
export function controllerText({
  kind,
  namespace,
  name,
}: Pick<ControllerRef, 'kind' | 'namespace' | 'name'>): string {
  return `${kind}/${namespace}/${name}`;
}
