import type { Response } from 'supertest';
import {
  HIDDEN,
  startTwoServices,
  VISIBLE,
} from './__testUtils__/startTwoServices';
import { specification } from './schema/openapi.generated';

jest.setTimeout(60_000);

type World = Awaited<ReturnType<typeof startTwoServices>>;
type Request = Parameters<World['reader']>;

/** What somebody who sees the hidden service knows of it. */
interface Known {
  /** As in paths. */
  entity: string;
  entityRef: string;
  target: string;
  incident: string;
  rule: string;
  event: string;
}

/** A service that there is not. */
const NOTHING: Known = {
  entity: 'component/default/nothing',
  entityRef: 'component:default/nothing',
  target: 'nothing',
  incident: 'nothing',
  rule: 'nothing',
  event: 'nothing',
};
const RULE = { name: 'Timeouts', reason: 'They are tuned by hand' };

/** Requests that name the hidden service or what belongs to it. */
const NAMING: Record<string, (known: Known) => Request[]> = {
  getEntityDrift: ({ entity }) => [['get', `/entities/${entity}/drift`]],
  getEntityManifests: ({ entity, target }) =>
    [entity, VISIBLE].map(owner => [
      'get',
      `/entities/${owner}/manifests?target=${target}&ref=v1%2FConfigMap%2Fpayments%2Fledger-config`,
    ]),
  listEntityIncidents: ({ entity }) => [
    ['get', `/entities/${entity}/incidents`],
  ],
  startDriftRuns: ({ entity }) => [['post', `/entities/${entity}/drift-runs`]],
  getEntityObjects: ({ entity }) => [['get', `/entities/${entity}/objects`]],
  getEntityFriction: ({ entity }) => [['get', `/entities/${entity}/friction`]],
  listFrictionEvents: ({ entity }) => [
    ['get', `/entities/${entity}/friction/events`],
  ],
  getEntityActivity: ({ entity }) => [['get', `/entities/${entity}/activity`]],
  getIncident: ({ incident }) => [['get', `/incidents/${incident}`]],
  changeIncidentState: ({ incident }) => [
    ['post', `/incidents/${incident}/state`, { state: 'acknowledged' }],
  ],
  getIncidentTimeline: ({ incident }) => [
    ['get', `/incidents/${incident}/timeline`],
  ],
  getIncidentWaysOut: ({ incident }) => [
    ['get', `/incidents/${incident}/ways-out`],
  ],
  listIgnoreRules: ({ entityRef }) => [
    ['get', `/ignore-rules?entity=${entityRef}`],
  ],
  createIgnoreRule: ({ entityRef }) => [
    [
      'post',
      '/ignore-rules',
      { ...RULE, name: 'Another', path: 'data', entityRef },
    ],
  ],
  previewIgnoreRule: ({ rule, entityRef }) => [
    ['post', '/ignore-rules/preview', { ...RULE, path: 'data', entityRef }],
    [
      'post',
      `/ignore-rules/preview?rule=${rule}`,
      { ...RULE, path: 'spec.replicas' },
    ],
  ],
  updateIgnoreRule: ({ rule }) => [
    ['put', `/ignore-rules/${rule}`, { ...RULE, path: 'spec' }],
  ],
  deleteIgnoreRule: ({ rule }) => [['delete', `/ignore-rules/${rule}`]],
};

/** A request that is answered to everybody, with the figures in it that depend on who asks. */
interface Wide {
  request: Request;
  figures(body: Response['body']): unknown;
  reader: unknown;
  /** Of somebody who sees both: without this difference the figures would prove nothing. */
  owner: unknown;
}

const WIDE: Record<string, (known: Known) => Wide[]> = {
  listIncidents: ({ entityRef }) => [
    {
      request: ['get', '/incidents?state=all'],
      figures: ({ total, items }) => [total, items.length],
      reader: [1, 1],
      owner: [3, 3],
    },
    {
      request: ['get', `/incidents?state=all&entity=${entityRef}`],
      figures: ({ total, items }) => [total, items.length],
      reader: [0, 0],
      owner: [2, 2],
    },
    {
      request: ['get', '/incidents?state=all&q=ledger'],
      figures: ({ total }) => total,
      reader: 0,
      owner: 2,
    },
  ],
  getIncidentStatistics: ({ entityRef }) => [
    {
      request: ['get', '/incident-statistics'],
      figures: ({ total, byEntity }) => [
        total.opened,
        total.resolved,
        byEntity.length,
      ],
      reader: [1, 0, 1],
      owner: [3, 1, 2],
    },
    {
      request: ['get', `/incident-statistics?entity=${entityRef}`],
      figures: ({ total, byCause }) => [total.opened, byCause.length],
      reader: [0, 0],
      owner: [2, 2],
    },
  ],
  listIgnoreRules: () => [
    {
      request: ['get', '/ignore-rules'],
      figures: ({ items }) =>
        items.map((rule: { hides: number }) => rule.hides),
      reader: [0],
      owner: [1, 0],
    },
  ],
  previewIgnoreRule: () => [
    {
      request: [
        'post',
        '/ignore-rules/preview',
        { ...RULE, path: 'spec.replicas' },
      ],
      figures: ({ total, entities }) => [total, entities.length],
      reader: [1, 1],
      owner: [2, 2],
    },
    {
      request: ['post', '/ignore-rules/preview', { ...RULE, path: 'data' }],
      figures: ({ total, shadowed }) => [total, shadowed],
      reader: [0, 0],
      owner: [0, 1],
    },
  ],
  getOverview: () => [
    {
      request: ['get', '/overview'],
      figures: ({ figures, incidents }) => [
        figures.services,
        figures.driftedFields,
        figures.openIncidents,
        incidents.length,
      ],
      reader: [1, 1, 1, 1],
      owner: [2, 2, 2, 2],
    },
  ],
  getCoverage: () => [
    {
      request: ['get', '/coverage'],
      figures: ({ items }) => items.length,
      reader: 1,
      owner: 2,
    },
  ],
  getFleetFriction: () => [
    {
      request: ['get', '/friction'],
      figures: ({ items }) => items.length,
      reader: 1,
      owner: 2,
    },
  ],
  getAuditEvent: ({ event }) => [
    {
      request: ['get', `/audit-events/${event}`],
      figures: ({ incidents }) => incidents.length,
      reader: 1,
      owner: 2,
    },
  ],
};

/** Operations that tell nothing of drift. */
const NOT_OF_DRIFT = [
  'ingestAuditEvents',
  'searchAuditEvents',
  'getAuditEventFacets',
  'streamAuditEvents',
  'listQuarantine',
  'importIgnoreRules',
  'listFeeds',
  'listUnattributed',
];

const operations = Object.values(specification.paths).flatMap(path =>
  Object.values(path).flatMap(operation =>
    'operationId' in operation ? [operation.operationId] : [],
  ),
);

describe('a reader who may not see an entity', () => {
  let world: World;
  let known: Known;

  beforeAll(async () => {
    world = await startTwoServices();
    const { owner } = world;
    const create = async (rule: object) =>
      (await owner('post', '/ignore-rules', { ...RULE, ...rule }).expect(201))
        .body.id;
    const entityRef = 'component:default/ledger';
    const own = await create({ path: 'data', entityRef });
    await create({ path: 'data', kind: 'Deployment' });
    await world.lookAt(HIDDEN);
    const drift = async (entity: string) =>
      (await owner('get', `/entities/${entity}/drift`)).body;
    const { targets, openIncidents } = await drift(HIDDEN);
    const [event] = (await owner('get', '/audit-events')).body.items;
    known = {
      entity: HIDDEN,
      entityRef,
      target: targets[0].id,
      incident: openIncidents[0].id,
      rule: own,
      event: event.id,
    };
  });

  afterAll(() => world.remove());

  it('is asked for by each operation that tells of drift', () => {
    expect(operations.sort()).toEqual(
      [
        ...new Set([
          ...Object.keys(NAMING),
          ...Object.keys(WIDE),
          ...NOT_OF_DRIFT,
        ]),
      ].sort(),
    );
  });

  it.each(Object.keys(NAMING))(
    'learns from %s not even that it is there',
    async operation => {
      const absent = NAMING[operation](NOTHING);
      for (const [index, request] of NAMING[operation](known).entries()) {
        const refused = await world.reader(...request);
        const unknown = await world.reader(...absent[index]);
        expect([refused.status, unknown.status]).toEqual([404, 404]);
        expect(messageOf(refused).replaceAll('ledger', 'nothing')).toBe(
          messageOf(unknown),
        );
      }
    },
  );

  it.each(Object.keys(WIDE))(
    'finds it by %s neither listed nor counted',
    async operation => {
      for (const { request, figures, reader, owner } of WIDE[operation](
        known,
      )) {
        const seen = await world.reader(...request);
        const all = await world.owner(...request);
        expect([seen.status, all.status]).toEqual([200, 200]);
        expect(figures(all.body)).toEqual(owner);
        expect(figures(seen.body)).toEqual(reader);
        for (const trace of ['ledger', known.target, known.incident]) {
          expect(seen.text).not.toContain(trace);
        }
      }
    },
  );

  it('changes nothing of it', async () => {
    const { owner } = world;
    const { body: incidents } = await owner('get', '/incidents');
    expect(
      incidents.items.map(({ state }: { state: string }) => state),
    ).toEqual(['open', 'open']);
    const { body: rules } = await owner('get', '/ignore-rules');
    expect(rules.items).toMatchObject([
      { id: known.rule, path: 'data' },
      { kind: 'Deployment' },
    ]);
  });
});

function messageOf({ body }: Response): string {
  return body.error?.message;
}
