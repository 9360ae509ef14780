/** Why a YAML file declares no object of a cluster although it looks like one; undefined when it may. */
export function whyNoManifest(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isKustomizationFile(name)) {
    return 'is a Kustomize file, which plain manifests do not use';
  }
  return name === 'Chart.yaml'
    ? 'describes a Helm chart, which plain manifests do not use'
    : undefined;
}

/** Whether a file of that name makes its folder a kustomization. */
export function isKustomizationFile(name: string): boolean {
  return /^(kustomization\.ya?ml|Kustomization)$/.test(name);
}
