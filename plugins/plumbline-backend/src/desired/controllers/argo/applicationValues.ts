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
  /** Position of that source. */
  index: number;
  /** Relative to the root of that repository. */
  path: string;
}

/**
 * Helm values of a source in the order in which they count: files, then those that stand in the Application.
 *
 * @param sources - all of the Application, which `$ref/path` may name
 * @param revisionOf - what is read of one of them; undefined: the default branch
 */
export function valuesOf(
  source: Fields,
  sources: readonly Fields[],
  revisionOf: (index: number) => string | undefined,
): SourceInput[] {
  const helm = mapAt(source, 'helm');
  const isOptional = booleanAt(helm, 'ignoreMissingValueFiles') ?? false;
  const files = textsAt(helm, 'valueFiles').flatMap<SourceInput>(file => {
    if (!file.startsWith('$')) {
      return [{ kind: 'own-values-file', path: file, isOptional }];
    }
    const reference = referenceOf(file, sources);
    if (!reference) {
      return [];
    }
    const { repository, index, path } = reference;
    const revision = revisionOf(index);
    return [{ kind: 'values-file', repository, revision, path, isOptional }];
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
  const index = sources.findIndex(
    candidate => textAt(candidate, 'ref') === name,
  );
  const repository = textAt(sources[index], 'repoURL');
  return repository === undefined || isSet(sources[index], 'chart')
    ? undefined
    : { repository, index, path: path.join('/') };
}
