import path from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY_FOLDER } from '../repositoryFolders';
import { ExampleFolder } from './ExampleFolder';
import { prepareExample } from './prepareExample';

/**
 * `prepare-example [--folder .local/example]`.
 *
 * @internal
 */
export async function main(
  print: (line: string) => void,
  argv: string[],
): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { folder: { type: 'string' } },
  });
  const target = new ExampleFolder(values.folder);
  const written = await prepareExample({
    examples: path.join(REPOSITORY_FOLDER, 'examples'),
    target,
    now: new Date(),
  });
  if (written) {
    print(`Example data prepared in ${target.folder}`);
  }
  return 0;
}
