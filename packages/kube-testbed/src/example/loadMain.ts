import path from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY_FOLDER } from '../repositoryFolders';
import { PortalApi } from '../portal/PortalApi';
import { ExampleFolder } from './ExampleFolder';
import { countComponents } from './countComponents';
import { loadExample } from './loadExample';
import { waitForPortal } from './waitForPortal';

const MINUTES = 60_000;

/**
 * `load-example [--folder F] [--backend URL] [--url URL] [--database FILE] [--timeout SECONDS]`.
 *
 * @internal
 */
export async function main(
  print: (line: string) => void,
  argv: string[],
): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      folder: { type: 'string' },
      backend: { type: 'string', default: 'http://localhost:7007' },
      url: { type: 'string', default: 'https://127.0.0.1:7443' },
      database: { type: 'string', default: '.local/db/plumbline.sqlite' },
      timeout: { type: 'string' },
    },
  });
  const example = new ExampleFolder(values.folder);
  await waitForPortal(
    values.backend,
    values.timeout ? Number(values.timeout) * 1000 : 5 * MINUTES,
  );
  const totals = await loadExample({
    example,
    url: values.url,
    portal: new PortalApi(values.backend),
    components: await countComponents(),
    database: path.resolve(REPOSITORY_FOLDER, values.database),
  });
  if (!totals) {
    print('The example is loaded already.');
    return 0;
  }
  for (const [cluster, { posted, ...answer }] of totals) {
    print(
      `${cluster}: ${posted} audit events posted, ${answer.stored} stored, ${answer.duplicates} duplicates, ${answer.quarantined} quarantined`,
    );
  }
  return 0;
}
