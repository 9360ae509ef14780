import { inspect } from 'node:util';
import type { Response } from 'supertest';
import { Canaries } from './__testUtils__/Canaries';
import { secretRequests } from './__testUtils__/secretRequests';
import { SERVICE, startWithSecrets } from './__testUtils__/startWithSecrets';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { specification } from './schema/openapi.generated';

const databases = createTestDatabases();
jest.setTimeout(120_000);

type World = Awaited<ReturnType<typeof startWithSecrets>>;

/** What reading everything needs to know. */
interface Known {
  target: string;
  refs: string[];
  incidents: string[];
  events: string[];
}

const ofService = (rest: string) => () => [`/entities/${SERVICE}/${rest}`];
const ofIncidents =
  (rest = '') =>
  ({ incidents }: Known) =>
    incidents.map(id => `/incidents/${id}${rest}`);

/** The paths to read of each operation that reads. */
const READS: Record<string, (known: Known) => string[]> = {
  searchAuditEvents: () => [
    '/audit-events?routine=show&limit=100',
    '/audit-events?q=password',
    '/audit-events?cursor=nonsense',
  ],
  getAuditEventFacets: () => ['/audit-events/facets?routine=show'],
  getAuditEvent: ({ events }) => events.map(id => `/audit-events/${id}`),
  listQuarantine: () => ['/quarantine'],
  getEntityDrift: ofService('drift'),
  getEntityManifests: ({ target, refs }) =>
    refs.flatMap(ref =>
      ['', '&hideServerFilled=true'].map(
        query =>
          `/entities/${SERVICE}/manifests?target=${target}&ref=${encodeURIComponent(
            ref,
          )}${query}`,
      ),
    ),
  listEntityIncidents: ofService('incidents?state=all'),
  getEntityFriction: ofService('friction'),
  listFrictionEvents: ofService('friction/events'),
  getEntityActivity: ofService('activity?routine=show'),
  getEntityObjects: ofService('objects'),
  listIncidents: () => ['/incidents?state=all', '/incidents?q=password'],
  getIncident: ofIncidents(),
  getIncidentTimeline: ofIncidents('/timeline'),
  getIncidentWaysOut: ofIncidents('/ways-out'),
  getIncidentStatistics: () => ['/incident-statistics'],
  listIgnoreRules: () => ['/ignore-rules'],
  getOverview: () => ['/overview'],
  getFleetFriction: () => ['/friction'],
  getCoverage: () => ['/coverage'],
  listFeeds: () => ['/feeds'],
  listUnattributed: () => ['/unattributed'],
};
/** Read while it is open. */
const STREAM = 'streamAuditEvents';

const readOperations = Object.values(specification.paths).flatMap(path =>
  'get' in path ? [path.get.operationId] : [],
);

it('reads all that can be read', () => {
  expect(readOperations.sort()).toEqual([...Object.keys(READS), STREAM].sort());
});

describe.each(databases.eachSupportedId())('secrets on %s', id => {
  const canaries = new Canaries();
  let world: World;
  let streamed: string;
  let known: Known;

  beforeAll(async () => {
    const knex = await databases.init(id);
    world = await startWithSecrets(knex, canaries);
    await world.look();
    streamed = await world.tail(() =>
      world
        .send(
          JSON.stringify({
            kind: 'EventList',
            apiVersion: 'audit.k8s.io/v1',
            items: secretRequests(canaries, Date.now()),
          }),
        )
        .expect(200),
    );
    world.drift('by hand');
    await world.look();
    await world.push('later');
    await world.look();
    for (const time of [
      'again',
      'thrice',
      'more',
      'still',
      'even now',
      'at last',
    ]) {
      world.drift(`by hand ${time}`);
      await world.look();
    }
    known = await knownOf(world);
  });

  afterAll(() => world.remove());

  const leaksOf = (what: unknown) =>
    canaries.tracesIn(typeof what === 'string' ? what : shown(what));

  it('were many, and were compared', async () => {
    expect(canaries.count).toBeGreaterThanOrEqual(500);
    expect(known.refs).toHaveLength(3);
    expect(known.incidents.length).toBeGreaterThan(0);
    expect(known.events.length).toBeGreaterThan(10);
    const { text } = await world.ask('get', `/entities/${SERVICE}/drift`);
    expect(text).toContain('data.password');
    expect(text).toContain('env[name=DB_PASSWORD]');
    expect(text).toContain('"masked":true');
  });

  it.each(Object.keys(READS))('do not stand in answers of %s', async read => {
    const leaks: string[] = [];
    for (const path of READS[read](known)) {
      const response = await world.ask('get', path);
      expect([200, 400]).toContain(response.status);
      leaks.push(...leaksOf(response.text));
    }
    expect(leaks).toEqual([]);
  });

  it('do not stand in the live tail', () => {
    expect(streamed).toContain('event: audit-event');
    expect(leaksOf(streamed)).toEqual([]);
  });

  it('do not stand in the preview of a rule', async () => {
    for (const path of ['data', 'stringData', 'spec.template.spec', '**']) {
      const { status, text } = await world.ask(
        'post',
        '/ignore-rules/preview',
        {
          name: 'All',
          reason: 'To see what it hides',
          path,
        },
      );
      expect([200, 400]).toContain(status);
      expect(leaksOf(text)).toEqual([]);
    }
  });

  it('do not stand in what is said of requests that cannot be read', async () => {
    const secret = canaries.next('a request that is cut off');
    const answers: Response[] = [];
    for (const body of [
      `{"kind":"Event","requestObject":{"kind":"Secret","stringData":{"a":"${secret}"`,
      `{"kind":"EventList","items":[{"requestObject":{"data":{"a":"${secret}"}}}, {"spec":{"token":"${secret}"}}]}`,
      `not JSON: password=${secret}`,
    ]) {
      answers.push(await world.send(body));
    }
    const quarantine = await world.ask('get', '/quarantine');
    expect(quarantine.body.items.length).toBeGreaterThan(0);
    for (const { text } of [...answers, quarantine]) {
      expect(leaksOf(text)).toEqual([]);
    }
  });

  it('do not stand in what is said of files and objects that cannot be read', async () => {
    const secret = canaries.next('a file that cannot be read');
    await world.pushBroken(
      `kind: Secret\nstringData:\n  a: ${secret}\n  a: ${secret}\n b: [${secret}\n`,
    );
    world.fail('secrets');
    await world.look();
    for (const path of [
      ...READS.getEntityDrift(known),
      ...READS.getEntityManifests(known),
      ...READS.getIncidentWaysOut(known),
      ...READS.getEntityObjects(known),
    ]) {
      const { text } = await world.ask('get', path);
      expect(leaksOf(text)).toEqual([]);
    }
  });

  it('do not stand in any row', async () => {
    const tables = await tablesOf(world);
    expect(tables).toEqual(
      expect.arrayContaining(['drift_findings', 'audit_event_bodies']),
    );
    const leaks = await Promise.all(
      tables.map(async table => leaksOf(await world.knex(table))),
    );
    expect(leaks.flat()).toEqual([]);
  });

  it('do not stand in the log, in signals or in the audit trail', () => {
    expect(world.told.length).toBeGreaterThan(0);
    expect(leaksOf(world.told)).toEqual([]);
  });
});

async function knownOf({ ask }: World): Promise<Known> {
  const drift = await ask('get', `/entities/${SERVICE}/drift`);
  const incidents = await ask('get', '/incidents?state=all');
  const events = await ask('get', '/audit-events?routine=show&limit=100');
  const idOf = ({ id }: { id: string }) => id;
  return {
    target: drift.body.targets[0].id,
    refs: [
      'v1/Secret/payments/db',
      'apps/v1/Deployment/payments/payments-api',
      'v1/ConfigMap/payments/payments-config',
    ],
    incidents: incidents.body.items.map(idOf),
    events: events.body.items.map(idOf),
  };
}

async function tablesOf({ knex }: World): Promise<string[]> {
  const rows =
    knex.client.config.client === 'pg'
      ? await knex('information_schema.tables')
          .where({ table_schema: 'public' })
          .select({ name: 'table_name' })
      : await knex('sqlite_master').where({ type: 'table' }).select('name');
  return rows.map(({ name }: { name: string }) => name);
}

/** Everything in a value, errors with their causes too; bytes as they are. */
function shown(value: unknown): string {
  return `${inspect(value, {
    depth: null,
    maxStringLength: null,
    maxArrayLength: null,
    breakLength: Infinity,
  })}${JSON.stringify(value, (_, item) => {
    if (item?.type === 'Buffer') {
      return Buffer.from(item.data).toString('latin1');
    }
    return typeof item === 'bigint' ? String(item) : item;
  })}`;
}
