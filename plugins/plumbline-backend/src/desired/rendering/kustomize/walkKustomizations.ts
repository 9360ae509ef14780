import { RenderError } from '@plumbline/backstage-plugin-plumbline-node';
import { cannotRender } from '../cannotRender';
import type { FileTree } from '../FileTree';
import { isWithin, resolveInTree } from '../treePath';
import { isKustomizationFile } from '../whyNoManifest';
import { checkNoFunction, checkPlugin } from './checkPlugin';
import { readKustomization, type Kustomization } from './Kustomization';
import { referencesOf, type Reference } from './referencesOf';

/** What a folder is wanted for. */
type Role = 'resources' | 'plugins';

/**
 * The kustomization of a folder.
 *
 * @returns undefined when it has none
 * @throws RenderError when it has two, or one that cannot be used
 */
export function kustomizationIn(
  tree: FileTree,
  folder: string,
): Kustomization | undefined {
  const [file, second] = tree
    .filesIn(folder)
    .filter(({ path }) => isKustomizationFile(path.split('/').at(-1) ?? ''));
  if (second) {
    throw new RenderError(
      `Cannot render: ${folder} has two kustomizations: ${file.path} and ${second.path}`,
    );
  }
  return file && readKustomization(file);
}

class Walk {
  readonly notRead: string[] = [];
  readonly #tree: FileTree;
  readonly #visited = new Set<string>();

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  follow(kustomization: Kustomization, role: Role): void {
    const key = `${role} ${kustomization.folder}`;
    if (this.#visited.has(key)) {
      return;
    }
    this.#visited.add(key);
    const { references, plugins } = referencesOf(kustomization);
    for (const { text, place } of plugins) {
      checkNoFunction(text, place.file);
      checkPlugin(text, place);
    }
    for (const reference of references) {
      this.#followReference(kustomization, reference, role);
    }
  }

  #followReference(
    { folder }: Kustomization,
    { kind, path, place }: Reference,
    role: Role,
  ): void {
    const target = resolveInTree(folder, path);
    if (target === undefined) {
      throw cannotRender(
        place,
        `${path} leads out of the entity's source location`,
      );
    }
    const targetRole = kind === 'plugin' ? 'plugins' : role;
    const entry = this.#tree.at(target);
    const isFile = kind === 'file' || entry.kind === 'file';
    if (isFile && !isWithin(folder, target)) {
      throw cannotRender(
        place,
        `${path} lies outside of the kustomization's folder, which Kustomize does not read`,
      );
    }
    switch (entry.kind) {
      case 'not-read':
        this.notRead.push(target);
        return;
      case 'refused':
        throw cannotRender(place, `${path} cannot be read: ${entry.reason}`);
      case 'absent':
        throw cannotRender(place, `${path} does not exist`);
      case 'file':
        if (kind === 'folder') {
          throw cannotRender(place, `${path} is no folder`);
        }
        checkNoFunction(entry.file.text, target);
        if (targetRole === 'plugins' && kind !== 'file') {
          checkPlugin(entry.file.text, { file: target });
        }
        return;
      default:
        if (kind === 'file') {
          throw cannotRender(place, `${path} is a folder`);
        }
    }
    const next = kustomizationIn(this.#tree, target);
    if (!next) {
      throw cannotRender(place, `${path} has no kustomization`);
    }
    this.follow(next, targetRole);
  }
}

/**
 * Goes along all that a kustomization refers to, however far, before anything runs.
 *
 * @param start - the kustomization that is built
 * @returns paths that lie outside of what was read; what they refer to is not known yet
 * @throws RenderError for the first thing that is refused, with file and line
 */
export function walkKustomizations(
  tree: FileTree,
  start: Kustomization,
): string[] {
  const walk = new Walk(tree);
  walk.follow(start, 'resources');
  return walk.notRead;
}
