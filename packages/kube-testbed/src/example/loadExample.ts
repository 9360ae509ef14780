import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../audit/AuditSender';
import { IngestClient } from '../audit/IngestClient';
import { PortalApi } from '../portal/PortalApi';
import { Replay, ReplayTotals } from '../replay/Replay';
import { ReplayEvent, readAuditFile } from '../replay/readAuditFile';
import { until } from '../until';
import { ExampleFolder, ExampleLoaded } from './ExampleFolder';

const BATCH = 400;

/** A catalog reads its first files within seconds of its start. */
const CATALOG_MS = 120_000;

/**
 * Posts the prepared example's audit events to a running portal, through the endpoint that a kube-apiserver posts to, then asks for a
 * check of every component. Once per database: the portal keeps no event twice, but asking again would take time.
 *
 * @returns what the portal said per cluster; `undefined` when this example is in this database already
 * @throws Error when the example is not prepared, or the portal refuses
 * @internal
 */
export async function loadExample(options: {
  example: ExampleFolder;
  /** Address of the ingest listener. */
  url: string;
  /** The portal itself. */
  portal: PortalApi;
  /** How many components the catalog must know before an event can be given to one. */
  components: number;
  /** File or folder of the database, to know it by: gone means that a new one is empty. */
  database: string;
}): Promise<ReadonlyMap<string, ReplayTotals> | undefined> {
  const { example, url, database } = options;
  const settings = await example.settings();
  if (!settings) {
    throw new Error(`${example.folder} is not prepared`);
  }
  const loaded = await example.loaded();
  if (
    loaded?.inputs === settings.inputs &&
    loaded.preparedAt === settings.preparedAt &&
    loaded.database === database
  ) {
    return undefined;
  }
  await waitForComponents(options.portal, options.components);
  const ca = await readFile(example.tlsFile('ca.crt'), 'utf8');
  const totals = new Map<string, ReplayTotals>();
  for (const cluster of settings.clusters) {
    const client = new IngestClient({
      url,
      cluster,
      ca,
      token: await readFile(example.tokenFile(cluster), 'utf8'),
    });
    const replay = new Replay({
      post: body => client.post(body),
      clock: systemClock,
    });
    try {
      const events = await readFolder(example.auditFolder(cluster));
      totals.set(
        cluster,
        await replay.run(events, { pace: Infinity, batch: BATCH }),
      );
    } finally {
      client.close();
    }
  }
  for (const { name, annotated } of await options.portal.components()) {
    if (annotated) {
      await options.portal.startDriftRuns(name);
    }
  }
  const marker: ExampleLoaded = {
    inputs: settings.inputs,
    preparedAt: settings.preparedAt,
    database,
    loadedAt: new Date().toISOString(),
  };
  await writeFile(
    example.loadedFile,
    `${JSON.stringify(marker, undefined, 2)}\n`,
  );
  return totals;
}

async function waitForComponents(
  portal: PortalApi,
  count: number,
): Promise<void> {
  const { ok, problem } = await until({
    ask: () => portal.components(),
    satisfies: components => components.length >= count,
    since: new Date(),
    timeoutMs: CATALOG_MS,
  });
  if (!ok) {
    throw new Error(
      `the catalog does not know the ${count} components of the example after ${
        CATALOG_MS / 1000
      } s${problem ? `: ${problem}` : ''}`,
    );
  }
}

async function readFolder(folder: string): Promise<ReplayEvent[]> {
  const events: ReplayEvent[] = [];
  for (const file of (await readdir(folder)).sort()) {
    events.push(...(await readAuditFile(path.join(folder, file))).events);
  }
  return events;
}
