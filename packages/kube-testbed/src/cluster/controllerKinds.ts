import { ControlPlane } from './ControlPlane';

const KINDS = [
  ['argoproj.io', 'v1alpha1', 'Application', 'applications'],
  ['kustomize.toolkit.fluxcd.io', 'v1', 'Kustomization', 'kustomizations'],
  ['helm.toolkit.fluxcd.io', 'v2', 'HelmRelease', 'helmreleases'],
  ['source.toolkit.fluxcd.io', 'v1', 'GitRepository', 'gitrepositories'],
] as const;

/** CustomResourceDefinitions of the kinds of Argo CD and Flux that are read, without their schemas. */
const CONTROLLER_KINDS = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: KINDS.map(([group, version, kind, plural]) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: {
        kind,
        plural,
        singular: kind.toLowerCase(),
        listKind: `${kind}List`,
      },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    },
  })),
});

/** Names of the definitions, as `kubectl wait` takes them. */
const CONTROLLER_DEFINITIONS = KINDS.map(
  ([group, , , plural]) => `crd/${plural}.${group}`,
);

/**
 * Lets a control plane serve the kinds of Argo CD and Flux that Plumbline reads.
 *
 * @internal
 */
export async function serveControllerKinds(plane: ControlPlane): Promise<void> {
  await plane.mustRun('admin', ['apply', '-f', '-'], {
    input: CONTROLLER_KINDS,
  });
  await plane.mustRun('admin', [
    ...['wait', '--for=condition=Established', '--timeout=60s'],
    ...CONTROLLER_DEFINITIONS,
  ]);
}
