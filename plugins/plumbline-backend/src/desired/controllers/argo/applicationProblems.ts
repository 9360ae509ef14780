import { isJsonObject } from '../../../clusters/apiServer/json';
import {
  isSet,
  mapAt,
  mapsAt,
  textAt,
  textMapAt,
  textsAt,
  type Fields,
} from '../fields';
import { referenceOf } from './applicationValues';

interface Unsupported {
  /** What it is called on the page. */
  name: (source: Fields) => string;
  isUsed: (source: Fields, sources: readonly Fields[]) => boolean;
}

/** Everything that Argo CD does and we do not. */
const UNSUPPORTED: readonly Unsupported[] = [
  {
    name: () => 'no repoURL',
    isUsed: source => !isSet(source, 'repoURL'),
  },
  {
    name: source =>
      `a chart of a Helm repository (chart ${textAt(source, 'chart')})`,
    isUsed: source => isSet(source, 'chart'),
  },
  {
    name: () => 'an OCI repository',
    isUsed: source => /^oci:/i.test(textAt(source, 'repoURL') ?? ''),
  },
  {
    name: source =>
      `a config management plugin (${
        textAt(source, 'plugin', 'name') ?? 'found by its files'
      })`,
    // An empty one counts: Argo CD then asks its plugins whose files they are.
    isUsed: source => isJsonObject(source.plugin),
  },
  {
    name: () => 'Jsonnet (directory.jsonnet)',
    isUsed: source => isSet(source, 'directory', 'jsonnet'),
  },
  {
    name: () => 'Ksonnet',
    isUsed: source => isSet(source, 'ksonnet'),
  },
  {
    name: () => 'helm.fileParameters',
    isUsed: source => isSet(source, 'helm', 'fileParameters'),
  },
  {
    name: () => 'Helm 2 (helm.version v2)',
    isUsed: source => textAt(source, 'helm', 'version') === 'v2',
  },
  {
    name: () => 'helm.valueFiles by URL',
    isUsed: source =>
      textsAt(source, 'helm', 'valueFiles').some(file =>
        /^[a-z][a-z0-9+.-]*:\/\//i.test(file),
      ),
  },
  {
    name: () => 'helm.valueFiles with wildcards',
    isUsed: source =>
      textsAt(source, 'helm', 'valueFiles').some(file => /[*?[{]/.test(file)),
  },
  {
    name: () =>
      'a $reference in helm.valueFiles to a source that does not exist',
    isUsed: (source, sources) =>
      textsAt(source, 'helm', 'valueFiles').some(
        file => file.startsWith('$') && !referenceOf(file, sources),
      ),
  },
  {
    name: source =>
      `a Kustomize version of the operator (${textAt(
        source,
        'kustomize',
        'version',
      )})`,
    isUsed: source => isSet(source, 'kustomize', 'version'),
  },
  {
    name: () => 'kustomize.commonAnnotationsEnvsubst',
    isUsed: source => isSet(source, 'kustomize', 'commonAnnotationsEnvsubst'),
  },
  {
    name: () => 'kustomize.ignoreMissingComponents',
    isUsed: source => isSet(source, 'kustomize', 'ignoreMissingComponents'),
  },
  {
    name: () => 'build variables such as $ARGOCD_APP_NAME',
    isUsed: usesBuildVariables,
  },
  {
    name: () => 'a path outside of the repository',
    isUsed: source => (textAt(source, 'path') ?? '').split('/').includes('..'),
  },
];

/** By name, what of a source we do not do. */
export function unsupportedOfSource(
  source: Fields,
  sources: readonly Fields[],
): string[] {
  return UNSUPPORTED.filter(({ isUsed }) => isUsed(source, sources)).map(
    ({ name }) => name(source),
  );
}

/**
 * Argo CD takes every `$name` of these texts for one of its variables: what it does not know becomes nothing, and `$$`
 * becomes `$`.
 */
function usesBuildVariables(source: Fields): boolean {
  const helm = mapAt(source, 'helm');
  const kustomize = mapAt(source, 'kustomize');
  return [
    ...mapsAt(helm, 'parameters').flatMap(
      parameter => textAt(parameter, 'value') ?? [],
    ),
    // A reference to another source is no variable.
    ...textsAt(helm, 'valueFiles').map(file => file.replace(/^\$/, '')),
    ...textsAt(kustomize, 'images'),
    ...Object.values(textMapAt(kustomize, 'commonLabels') ?? {}),
  ].some(text => text.includes('$'));
}
