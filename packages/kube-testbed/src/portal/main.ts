import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ExampleFolder } from '../example/ExampleFolder';
import { countComponents } from '../example/countComponents';
import { loadExample } from '../example/loadExample';
import { prepareExample } from '../example/prepareExample';
import { waitForPortal } from '../example/waitForPortal';
import { REPOSITORY_FOLDER } from '../repositoryFolders';
import { EXAMPLE_CONFIG, relocatedExampleConfig } from './exampleConfig';
import { PortalApi } from './PortalApi';
import { PortalProcess } from './PortalProcess';
import { DevelopmentPortal } from './startDevelopment';

const START_TIMEOUT_MS = 300_000;
const DEFAULT_INGEST_PORT = 7443;

const HELP = `start-portal [--fresh] [--config FILE …]
  Prepares the example data, starts app and backend from source, loads the example and says where the portal is.

start-portal --built --port N --folder F [--ingest-port N] [--fresh]
  The same from the built app, with everything it writes in a folder of its own.

--fresh throws away what an earlier run wrote.`;

/**
 * `start-portal`, see its help.
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
      built: { type: 'boolean', default: false },
      config: { type: 'string', multiple: true, default: [] },
      folder: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'ingest-port': { type: 'string' },
      port: { type: 'string' },
    },
  });
  if (values.help) {
    print(HELP);
    return 0;
  }
  if (!values.built) {
    return startFromSource(print, values.fresh, values.config);
  }
  if (!values.folder || !values.port) {
    throw new Error('--built needs --folder and --port');
  }
  const port = Number(values.port);
  return startBuilt(print, {
    folder: path.resolve(values.folder),
    fresh: values.fresh,
    port,
    ingestPort: Number(values['ingest-port'] ?? port + 1),
  });
}

async function startFromSource(
  print: (line: string) => void,
  fresh: boolean,
  configFiles: string[],
): Promise<number> {
  const local = path.join(REPOSITORY_FOLDER, '.local');
  if (fresh) {
    await rm(local, { recursive: true, force: true });
  }
  const example = new ExampleFolder();
  await prepare(example);
  // SQLite makes its files, but not their folder.
  await mkdir(path.join(local, 'db'), { recursive: true });
  const portal = DevelopmentPortal.start([
    'app-config.yaml',
    EXAMPLE_CONFIG,
    ...configFiles,
  ]);
  process.once('SIGTERM', () => portal.stop());
  // Ctrl-C reaches the child as well; this process waits until it has ended.
  process.on('SIGINT', () => undefined);
  const ended = portal.ended();
  const ready = waitForPortal(portal.backendUrl, START_TIMEOUT_MS)
    .then(() =>
      load(print, example, {
        portalUrl: portal.backendUrl,
        ingestPort: DEFAULT_INGEST_PORT,
        databaseFolder: path.join(local, 'db'),
      }),
    )
    .then(() => portal.waitForApp(START_TIMEOUT_MS))
    .then(() => printReady(print, portal.appUrl));
  const first = await Promise.race([ended, ready]);
  return first ?? ended;
}

async function startBuilt(
  print: (line: string) => void,
  options: { folder: string; fresh: boolean; port: number; ingestPort: number },
): Promise<number> {
  const { folder, port, ingestPort } = options;
  if (options.fresh) {
    await rm(folder, { recursive: true, force: true });
  }
  const example = new ExampleFolder(path.join(folder, 'example'));
  await mkdir(path.join(folder, 'db'), { recursive: true });
  await prepare(example);
  const config = path.join(folder, 'example-config.yaml');
  await writeFile(config, await relocatedExampleConfig(example));
  const portal = await PortalProcess.start({
    folder,
    port,
    configFiles: [config],
    config: { plumbline: { ingest: { listener: { port: ingestPort } } } },
  });
  const stopped = new Promise<number>(resolve => {
    const stop = () => portal.stop().then(() => resolve(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
  await load(print, example, {
    portalUrl: portal.url,
    ingestPort,
    databaseFolder: path.join(folder, 'db'),
  });
  printReady(print, portal.url);
  return stopped;
}

async function prepare(example: ExampleFolder): Promise<void> {
  await prepareExample({
    examples: path.join(REPOSITORY_FOLDER, 'examples'),
    target: example,
    now: new Date(),
  });
}

async function load(
  print: (line: string) => void,
  example: ExampleFolder,
  where: { portalUrl: string; ingestPort: number; databaseFolder: string },
): Promise<void> {
  const totals = await loadExample({
    example,
    url: `https://127.0.0.1:${where.ingestPort}`,
    portal: new PortalApi(where.portalUrl),
    components: await countComponents(),
    database: path.join(where.databaseFolder, 'plumbline.sqlite'),
  });
  for (const [cluster, total] of totals ?? []) {
    print(
      `${cluster}: ${total.stored} audit events of the example stored, ${total.duplicates} duplicates, ${total.quarantined} quarantined`,
    );
  }
}

function printReady(print: (line: string) => void, url: string): void {
  print(`\n  Plumbline is ready: ${url}\n`);
}
