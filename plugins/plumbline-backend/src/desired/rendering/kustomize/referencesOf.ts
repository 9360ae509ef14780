import type { JsonMap, JsonValue, Path } from '@plumbline/kube-drift';
import { cannotRender, type FilePlace } from '../cannotRender';
import { looksRemote } from '../remoteReference';
import type { Kustomization } from './Kustomization';

/** What a kustomization refers to by a relative path. */
export interface Reference {
  /** What may be at the path. `plugin`: configuration of a generator, transformer or validator. */
  kind: 'folder' | 'file' | 'file-or-folder' | 'plugin';
  path: string;
  place: FilePlace;
}

/** Configuration of a generator, transformer or validator that stands in the kustomization itself. */
export interface InlinePlugin {
  text: string;
  place: FilePlace;
}

class ReferenceReader {
  readonly references: Reference[] = [];
  readonly plugins: InlinePlugin[] = [];
  readonly #kustomization: Kustomization;

  constructor(kustomization: Kustomization) {
    this.#kustomization = kustomization;
  }

  paths(field: string, kind: Reference['kind']): void {
    for (const { item, at } of this.#list(field)) {
      this.#add(kind, item, at);
    }
  }

  /** A patch may stand in the list itself. */
  patchFiles(field: string): void {
    for (const { item, at } of this.#list(field)) {
      if (!isInline(item)) {
        this.#add('file', item, at);
      }
    }
  }

  nested(field: string, keys: readonly string[]): void {
    for (const { item, at } of this.#list(field)) {
      for (const key of isMap(item) ? Object.keys(item) : []) {
        // Kustomize does not tell `Path` from `path`.
        if (isMap(item) && keys.includes(key.toLowerCase())) {
          this.#files(item[key], [...at, { field: key }]);
        }
      }
    }
  }

  openapi(): void {
    const { openapi } = this.#kustomization.value;
    if (isMap(openapi)) {
      for (const [key, value] of Object.entries(openapi)) {
        if (key.toLowerCase() === 'path') {
          this.#add('file', value, [{ field: 'openapi' }, { field: key }]);
        }
      }
    }
  }

  pluginConfigs(field: string): void {
    for (const { item, at } of this.#list(field)) {
      if (typeof item === 'string' && isInline(item)) {
        this.plugins.push({ text: item, place: this.#place(at) });
      } else {
        this.#add('plugin', item, at);
      }
    }
  }

  /** One path or several, each perhaps with a key in front: `key=path`. */
  #files(value: JsonValue, at: Path): void {
    const list = Array.isArray(value)
      ? value.map((item, index) => ({ item, place: [...at, { index }] }))
      : [{ item: value, place: at }];
    for (const { item, place } of list) {
      this.#add(
        'file',
        typeof item === 'string' ? item.replace(/^[^=]*=/, '') : item,
        place,
      );
    }
  }

  #add(kind: Reference['kind'], item: JsonValue, at: Path): void {
    const place = this.#place(at);
    if (item === null || item === '') {
      return;
    }
    if (typeof item !== 'string') {
      throw cannotRender(place, 'a path is expected here');
    }
    if (looksRemote(item)) {
      throw cannotRender(
        place,
        'refers to another place than this repository; only files of the repository are read, so commit a copy of what it needs',
      );
    }
    if (item.startsWith('/')) {
      throw cannotRender(place, 'is an absolute path');
    }
    this.references.push({ kind, path: item, place });
  }

  #list(field: string): { item: JsonValue; at: Path }[] {
    const value = Object.hasOwn(this.#kustomization.value, field)
      ? this.#kustomization.value[field]
      : null;
    if (value === null) {
      return [];
    }
    if (!Array.isArray(value)) {
      throw cannotRender(
        this.#place([{ field }]),
        `${field}: a list is expected here`,
      );
    }
    return value.map((item, index) => ({ item, at: [{ field }, { index }] }));
  }

  #place(at: Path): FilePlace {
    return {
      file: this.#kustomization.file,
      line: this.#kustomization.lineOf(at),
    };
  }
}

/**
 * All that a kustomization refers to.
 *
 * @throws RenderError for a remote or absolute reference
 */
export function referencesOf(kustomization: Kustomization): {
  references: Reference[];
  plugins: InlinePlugin[];
} {
  const reader = new ReferenceReader(kustomization);
  reader.paths('resources', 'file-or-folder');
  reader.paths('bases', 'folder');
  reader.paths('components', 'folder');
  reader.paths('crds', 'file');
  reader.paths('configurations', 'file');
  reader.patchFiles('patchesStrategicMerge');
  for (const field of ['patches', 'patchesJson6902', 'replacements']) {
    reader.nested(field, ['path']);
  }
  for (const field of ['configMapGenerator', 'secretGenerator']) {
    reader.nested(field, ['files', 'envs', 'env']);
  }
  reader.openapi();
  for (const field of ['generators', 'transformers', 'validators']) {
    reader.pluginConfigs(field);
  }
  return reader;
}

function isMap(value: JsonValue): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an entry is YAML rather than the path of a file of YAML. */
function isInline(item: JsonValue): boolean {
  return typeof item === 'string' && /\n|^\s*\{|:\s/.test(item);
}
