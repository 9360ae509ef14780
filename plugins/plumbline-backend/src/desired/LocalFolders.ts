import { isError } from '@backstage/errors';
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { DesiredStateError } from './DesiredStateError';

/** The folders that `file:` locations may read from. */
export class LocalFolders {
  readonly #folders: readonly string[];

  /** @param folders - `plumbline.git.localFolders`, absolute or relative to the working folder */
  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /**
   * Finds the folder that a `file:` location means. A relative one is looked for in each allowed folder; an absolute one
   * must lie inside one of them. Links are followed before that is decided.
   *
   * @param location - with `file:` in front
   * @returns the real, absolute path
   * @throws DesiredStateError
   */
  async resolve(location: string): Promise<string> {
    const target = location.replace(/^file:(\/\/)?/, '');
    if (this.#folders.length === 0) {
      throw new DesiredStateError(
        'not-allowed',
        `${location} is a local folder; none may be read until the operator lists it in plumbline.git.localFolders`,
      );
    }
    if (/\p{Cc}/u.test(target) || target.split(/[\\/]/).includes('..')) {
      throw new DesiredStateError(
        'not-allowed',
        'A file: location must not contain ".." or control characters',
      );
    }
    for (const folder of this.#folders) {
      const root = await realPathOf(folder);
      const found =
        root &&
        (await realPathOf(isAbsolute(target) ? target : join(root, target)));
      if (root && found && isInside(root, found)) {
        return found;
      }
    }
    throw new DesiredStateError(
      'not-found',
      `${location} is not in any folder of plumbline.git.localFolders`,
    );
  }
}

async function realPathOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    // Whatever the reason: a path that cannot be resolved is not inside an allowed folder.
    return isSystemError(error) ? undefined : Promise.reject(error);
  }
}

function isSystemError(error: unknown): boolean {
  return isError(error) && 'code' in error;
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way.split(sep)[0] !== '..' && !isAbsolute(way));
}
