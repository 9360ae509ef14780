import { parsePath } from '../path/parse';
import { Path } from '../path/segment';
import { JsonValue } from '../values/json';
import { splitDocuments } from './documents';
import { DocumentLimits, parseYamlDocument } from './parse';
import { PositionFinder } from './positions';
import { ManifestError } from './readManifests';

/**
 * One document of a YAML or JSON file.
 *
 * @public
 */
export interface YamlDocument {
  value: JsonValue;
  /** The line (from 1) of a path, or that of its nearest declared ancestor. */
  lineOf(path: string | Path): number;
}

const LIMITS: DocumentLimits = {
  maxDocumentBytes: 5 * 1024 * 1024,
  maxNodesPerByte: 10,
};

/**
 * Reads documents that need not be Kubernetes objects, such as a
 * kustomization or a chart's description, in the same dialect and with the
 * same refusals as {@link readManifests}. A bad document fails only itself;
 * one of comments only has the value `null`.
 *
 * @param file - its name, repeated in errors
 * @public
 */
export function readDocuments(
  text: string,
  file: string,
): { documents: YamlDocument[]; errors: ManifestError[] } {
  const documents: YamlDocument[] = [];
  const errors: ManifestError[] = [];
  for (const document of splitDocuments(text.replace(/^\uFEFF/, ''))) {
    const parsed = parseYamlDocument(document, LIMITS);
    if ('message' in parsed) {
      errors.push({ file, ...parsed });
      continue;
    }
    const finder = new PositionFinder(document);
    documents.push({
      value: parsed.value,
      lineOf: path =>
        finder.lineOf(
          (typeof path === 'string' ? parsePath(path) : path) ?? [],
          parsed.value,
        ),
    });
  }
  return { documents, errors };
}
