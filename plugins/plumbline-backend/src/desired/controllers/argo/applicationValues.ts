import {
  booleanAt,
  isSet,
  mapAt,
  textAt,
  textsAt,
  type Fields,
} from '../fields';
import type { SourceInput } from '../LocatedSource';

/** Where a values file of another source lies. */
interface Reference {
  repository: string;
  revision: string | undefined;
  /** Relative to the root of that repository. */
  path: string;
}

/**
 * Helm values of a source in the order in which they count: files, then those that stand in the Application.
 *
 * @param sources - all of the Application, which `$ref/path` may name
 */
export function valuesOf(
  source: Fields,
  sources: readonly Fields[],
): SourceInput[] {
  const helm = mapAt(source, 'helm');
  const isOptional = booleanAt(helm, 'ignoreMissingValueFiles') ?? false;
  const files = textsAt(helm, 'valueFiles').flatMap<SourceInput>(file => {
    if (!file.startsWith('$')) {
      return [{ kind: 'own-values-file', path: file, isOptional }];
    }
    const reference = referenceOf(file, sources);
    return reference ? [{ kind: 'values-file', ...reference, isOptional }] : [];
  });
  return [...files, ...inlineValues(helm)];
}

/** As in Argo CD, `valuesObject` takes the place of `values`. */
function inlineValues(helm: Fields): SourceInput[] {
  if (isSet(helm, 'valuesObject')) {
    return [
      {
        kind: 'values',
        yaml: JSON.stringify(helm.valuesObject),
        source: 'helm.valuesObject',
      },
    ];
  }
  const yaml = textAt(helm, 'values');
  return yaml === undefined
    ? []
    : [{ kind: 'values', yaml, source: 'helm.values' }];
}

/** Finds what `$ref/path` means; undefined when no source has that ref. */
export function referenceOf(
  file: string,
  sources: readonly Fields[],
): Reference | undefined {
  const [name, ...path] = file.slice(1).split('/');
  const source = sources.find(candidate => textAt(candidate, 'ref') === name);
  const repository = source && textAt(source, 'repoURL');
  if (!source || repository === undefined || isSet(source, 'chart')) {
    return undefined;
  }
  const revision = textAt(source, 'targetRevision');
  return {
    repository,
    revision: revision === 'HEAD' ? undefined : revision,
    path: path.join('/'),
  };
}
