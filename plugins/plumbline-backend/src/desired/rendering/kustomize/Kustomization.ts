import type { RepositoryFile } from '@plumbline/backstage-plugin-plumbline-node';
import { readDocuments, type JsonMap, type Path } from '@plumbline/kube-drift';
import { cannotRender, type FilePlace } from '../cannotRender';
import { folderOf } from '../treePath';

/** A kustomization as written, with lines. */
export interface Kustomization {
  /** Of the tree. */
  file: string;
  folder: string;
  value: JsonMap;
  /** Undefined for what the options of a controller added. */
  lineOf(path: Path): number | undefined;
}

/** Fields that name nothing outside of the file. */
const INERT = [
  'apiVersion',
  'kind',
  'metadata',
  'namePrefix',
  'nameSuffix',
  'namespace',
  'commonLabels',
  'labels',
  'commonAnnotations',
  'images',
  'imageTags',
  'replicas',
  'vars',
  'generatorOptions',
  'buildMetadata',
  'sortOptions',
];

/** Fields whose references are checked; see `referencesOf`. */
const REFERRING = [
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'openapi',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'replacements',
  'configMapGenerator',
  'secretGenerator',
  'generators',
  'transformers',
  'validators',
];

const REFUSED: Record<string, string> = {
  helmCharts: 'Helm charts inside of a kustomization are not rendered',
  helmGlobals: 'Helm charts inside of a kustomization are not rendered',
  helmChartInflationGenerator:
    'Helm charts inside of a kustomization are not rendered',
};

const KNOWN = new Set([...INERT, ...REFERRING]);

/**
 * Reads a kustomization. Only fields that are known to the letter pass: Kustomize itself takes `Resources` for
 * `resources`, and what is not understood here cannot be checked.
 *
 * @throws RenderError
 */
export function readKustomization(file: RepositoryFile): Kustomization {
  const { documents, errors } = readDocuments(file.text, file.path);
  const [error] = errors;
  if (error) {
    throw cannotRender({ file: file.path, line: error.line }, error.message);
  }
  const [document, second] = documents;
  if (second) {
    throw cannotRender(
      { file: file.path, line: second.lineOf([]) },
      'a kustomization is one document',
    );
  }
  const value = document?.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw cannotRender({ file: file.path }, 'a kustomization is a map');
  }
  for (const field of Object.keys(value)) {
    const place: FilePlace = {
      file: file.path,
      line: document?.lineOf([{ field }]),
    };
    if (Object.hasOwn(REFUSED, field)) {
      throw cannotRender(place, `${field}: ${REFUSED[field]}`);
    }
    if (!KNOWN.has(field)) {
      throw cannotRender(
        place,
        'this field of a kustomization is not supported',
      );
    }
  }
  return {
    file: file.path,
    folder: folderOf(file.path),
    value,
    lineOf: path => document?.lineOf(path),
  };
}
