import type {
  Renderer,
  RepositoryFile,
} from '@plumbline/backstage-plugin-plumbline-node';
import { DesiredStateError } from '../DesiredStateError';

/** The renderers that there are; the first one takes what no other claims. */
export class Renderers {
  readonly #renderers: readonly [Renderer, ...Renderer[]];

  constructor(renderers: readonly [Renderer, ...Renderer[]]) {
    this.#renderers = renderers;
  }

  /**
   * @param kind - as the target names it; undefined asks what lies in the folder
   * @param path - of the target; only what lies directly in it decides
   * @throws DesiredStateError when no renderer is called so
   */
  choose(
    kind: string | undefined,
    files: readonly RepositoryFile[],
    path: string,
  ): Renderer {
    if (kind === undefined) {
      const names = namesIn(files, path);
      const [fallback] = this.#renderers;
      return this.#renderers.find(item => item.claims?.(names)) ?? fallback;
    }
    const renderer = this.#renderers.find(item => item.kind === kind);
    if (!renderer) {
      const known = this.#renderers.map(item => item.kind).join(', ');
      throw new DesiredStateError(
        'unsupported',
        `There is no renderer ${kind}; known are ${known}`,
      );
    }
    return renderer;
  }
}

function namesIn(files: readonly RepositoryFile[], path: string): string[] {
  const folder = path === '.' ? '' : `${path}/`;
  return files
    .filter(file => file.path.startsWith(folder))
    .map(file => file.path.slice(folder.length))
    .filter(name => !name.includes('/'));
}
