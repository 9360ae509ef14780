import {
  readDocuments,
  type JsonMap,
  type JsonValue,
} from '@plumbline/kube-drift';
import { cannotRender, type FilePlace } from '../cannotRender';
import type { FileTree } from '../FileTree';

/** A chart that another one needs. */
export interface ChartDependency {
  name: string;
  /** Where Helm would fetch it from; empty for one that must lie in `charts/`. */
  repository: string;
  place: FilePlace;
}

/** A folder with a `Chart.yaml`. */
export interface Chart {
  folder: string;
  /** Path of its `Chart.yaml`. */
  file: string;
  dependencies: ChartDependency[];
}

/**
 * Reads the chart of a folder.
 *
 * @returns undefined when there is none
 * @throws RenderError when its description cannot be read
 */
export function readChart(tree: FileTree, folder: string): Chart | undefined {
  const file = pathIn(folder, 'Chart.yaml');
  if (tree.at(file).kind !== 'file') {
    return undefined;
  }
  return {
    folder,
    file,
    dependencies: [
      ...dependenciesIn(tree, file),
      // Where charts of the first version keep them.
      ...dependenciesIn(tree, pathIn(folder, 'requirements.yaml')),
    ],
  };
}

/** A path below a folder. */
export function pathIn(folder: string, path: string): string {
  return folder === '.' ? path : `${folder}/${path}`;
}

function dependenciesIn(tree: FileTree, file: string): ChartDependency[] {
  const entry = tree.at(file);
  if (entry.kind !== 'file') {
    return [];
  }
  const { documents, errors } = readDocuments(entry.file.text, file);
  if (errors.length > 0) {
    throw cannotRender({ file, line: errors[0].line }, errors[0].message);
  }
  const [document] = documents;
  const { dependencies } = mapOf(document?.value);
  return (Array.isArray(dependencies) ? dependencies : []).map(
    (item, index) => {
      const { name, repository } = mapOf(item);
      const place = {
        file,
        line: document.lineOf([{ field: 'dependencies' }, { index }]),
      };
      if (typeof name !== 'string' || !/^(?!\.+$)[\w.-]+$/.test(name)) {
        throw cannotRender(
          place,
          'the dependency has no name that a chart can have',
        );
      }
      return {
        name,
        repository: typeof repository === 'string' ? repository : '',
        place,
      };
    },
  );
}

function mapOf(value: JsonValue | undefined): JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}
