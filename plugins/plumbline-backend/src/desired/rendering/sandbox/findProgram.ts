import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

/**
 * Finds a program as a shell would.
 *
 * @param name - its name on the search path, or a path
 * @param searchPath - as in the environment variable PATH
 * @returns its absolute path, or undefined when there is none
 */
export async function findProgram(
  name: string,
  searchPath: string | undefined,
): Promise<string | undefined> {
  const candidates =
    isAbsolute(name) || name.includes('/')
      ? [resolve(name)]
      : (searchPath ?? '')
          .split(delimiter)
          .filter(folder => isAbsolute(folder))
          .map(folder => join(folder, name));
  for (const candidate of candidates) {
    if (await isProgram(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') {
      return false;
    }
    throw error;
  }
}
