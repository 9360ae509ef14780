import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExampleFolder } from '../example/ExampleFolder';
import { REPOSITORY_FOLDER } from '../repositoryFolders';

/** The example's part of app-config, relative to the root of the repository. */
export const EXAMPLE_CONFIG = 'examples/app-config.example.yaml';

/** The example's configuration for data that are not in `.local/example`. @returns YAML */
export async function relocatedExampleConfig(
  example: ExampleFolder,
): Promise<string> {
  const text = await readFile(
    path.join(REPOSITORY_FOLDER, EXAMPLE_CONFIG),
    'utf8',
  );
  return text.replace(/(\.\.\/)+\.local\/example/g, example.folder);
}
