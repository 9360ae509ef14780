import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { REPOSITORY_FOLDER } from '../repositoryFolders';

/**
 * How many components the example's catalog has: one file each.
 *
 * @internal
 */
export async function countComponents(): Promise<number> {
  const folder = path.join(
    REPOSITORY_FOLDER,
    'examples',
    'catalog',
    'components',
  );
  return (await readdir(folder)).length;
}
