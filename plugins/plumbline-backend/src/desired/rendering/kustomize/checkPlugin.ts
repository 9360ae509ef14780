import { readDocuments, type JsonValue } from '@plumbline/kube-drift';
import { cannotRender, type FilePlace } from '../cannotRender';

/** Keys of the built-in plugins whose values are paths. */
const PATH_KEYS = ['path', 'paths', 'file', 'files', 'env', 'envs'];

/**
 * Passes only configuration of plugins that are part of Kustomize itself: others run programs or containers.
 *
 * @throws RenderError
 */
export function checkPlugin(text: string, place: FilePlace): void {
  const { documents, errors } = readDocuments(text, place.file);
  if (errors.length > 0) {
    throw cannotRender(place, 'the configuration of a plugin cannot be read');
  }
  for (const { value } of documents) {
    if (value === null) {
      continue;
    }
    const { apiVersion, kind } =
      typeof value === 'object' && !Array.isArray(value) ? value : {};
    // Of any List, Kustomize takes what is in it, whatever that is.
    if (apiVersion !== 'builtin' || String(kind).endsWith('List')) {
      throw cannotRender(
        place,
        'configures a plugin that is not built into Kustomize; plugins are not run',
      );
    }
    if (kind === 'HelmChartInflationGenerator') {
      throw cannotRender(
        place,
        'Helm charts inside of a kustomization are not rendered',
      );
    }
    checkPaths(value, place);
  }
}

function checkPaths(value: JsonValue, place: FilePlace, isPath = false): void {
  if (typeof value === 'string' && isPath && /:\/\/|^git[:@]/.test(value)) {
    throw cannotRender(
      place,
      'a plugin refers to another place than this repository',
    );
  }
  if (Array.isArray(value)) {
    value.forEach(item => checkPaths(item, place, isPath));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      checkPaths(item, place, PATH_KEYS.includes(key.toLowerCase()));
    }
  }
}

/** @throws RenderError when a file asks for a function, which is a program or container */
export function checkNoFunction(text: string, file: string): void {
  const at = text.search(/config\.(kubernetes|k8s)\.io\/function/);
  if (at !== -1) {
    throw cannotRender(
      { file, line: text.slice(0, at).split('\n').length },
      'asks for a function (config.kubernetes.io/function); functions are not run',
    );
  }
}
