import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { AuditEvent } from '@plumbline/kube-audit';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  acceptSamples,
  sampleAuditEvent,
  sampleRead,
} from '../__testUtils__/sampleAuditEvents';
import { DatabaseAuditStore } from './DatabaseAuditStore';

const databases = createTestDatabases();
const all = { routine: 'show' } as const;
const firstPage = { limit: 50 };

const at = (seconds: number): AuditEvent => {
  const time = new Date(Date.UTC(2026, 10, 20, 10) + seconds * 1000);
  const stamp = time.toISOString().replace('Z', '000Z');
  return { requestReceivedTimestamp: stamp, stageTimestamp: stamp };
};

describe.each(databases.eachSupportedId())(
  'searching audit events on %s',
  id => {
    async function create(databaseId: TestDatabaseId = id) {
      const knex = await databases.init(databaseId);
      await migrate(knex);
      return { store: new DatabaseAuditStore(knex) };
    }

    it('pages through all events by time, newest first, without gap or repeat', async () => {
      const { store } = await create();
      const seconds = [5, 3, 9, 3, 3, 1, 7];
      await store.record(
        'prod',
        await acceptSamples(
          'prod',
          seconds.map(s => sampleAuditEvent(at(s))),
        ),
        [],
        [],
      );
      const seen: string[] = [];
      const times: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.search(all, { cursor, limit: 2 });
        seen.push(...page.items.map(item => item.id));
        times.push(...page.items.map(item => item.event.timeMicros));
        cursor = page.nextCursor;
      } while (cursor);
      expect(new Set(seen).size).toBe(7);
      expect(times).toEqual([...times].sort((a, b) => b - a));
      await expect(
        store.search(all, { cursor: 'forged', limit: 2 }),
      ).rejects.toThrow('The cursor is not one of this list');
    });

    describe('with a few events', () => {
      async function filled() {
        const created = await create();
        const events = [
          sampleAuditEvent(at(0)),
          sampleRead(at(10)),
          sampleRead({
            ...at(20),
            requestURI: '/api/v1/namespaces/shop/secrets/db',
            objectRef: {
              resource: 'secrets',
              namespace: 'shop',
              name: 'db',
              apiVersion: 'v1',
            },
            user: { username: 'omar@example.com', groups: [] },
            responseStatus: { code: 403 },
          }),
          sampleRead({
            ...at(30),
            verb: 'create',
            requestURI: '/api/v1/namespaces/lost/configmaps',
            objectRef: {
              resource: 'configmaps',
              namespace: 'lost',
              name: '100%_sure',
              apiVersion: 'v1',
            },
            user: { username: 'system:serviceaccount:ci:deployer', groups: [] },
          }),
        ];
        await created.store.record(
          'prod',
          await acceptSamples('prod', events),
          [],
          [],
        );
        return created.store;
      }

      it.each<[string, object, number[]]>([
        ['nothing', {}, [30, 20, 10, 0]],
        ['an entity', { entityRefs: ['component:default/shop'] }, [20, 10, 0]],
        ['no entity at all', { entityRefs: [] }, []],
        ['hidden', { hiddenEntityRefs: ['component:default/shop'] }, [30]],
        ['a cluster', { clusters: ['staging'] }, []],
        ['an actor', { actors: ['omar@example.com'] }, [20]],
        ['a class', { actorClasses: ['human'] }, [20, 10, 0]],
        ['a verb', { verbs: ['get', 'patch'] }, [20, 10, 0]],
        ['a resource', { resources: ['deployments'] }, [0]],
        [
          'a subresource',
          { resources: ['deployments/scale', 'pods'] },
          [10, 0],
        ],
        ['another subresource', { resources: ['deployments/status'] }, []],
        ['a name', { namePrefix: 'car' }, [10, 0]],
        ['a name with a wildcard', { namePrefix: '%' }, []],
        ['an outcome', { outcomes: ['denied'] }, [20]],
        ['a rule', { rules: ['manual-scale'] }, [0]],
        ['a word', { text: 'CART' }, [10, 0]],
        ['words', { text: 'cart  jane' }, [10, 0]],
        ['a wildcard', { text: '%' }, [30]],
        ['an underscore', { text: '0%_s' }, [30]],
        ['a person', { text: 'omar' }, [20]],
        ['a hidden person', { text: 'omar', peopleHidden: true }, []],
        [
          'a time',
          {
            from: Date.UTC(2026, 10, 20, 10, 0, 10) * 1000,
            to: Date.UTC(2026, 10, 20, 10, 0, 30) * 1000,
          },
          [20, 10],
        ],
        ["quotes and '; drop", { text: "x' OR 1=1 --" }, []],
      ])('finds by %s', async (_, filter, seconds) => {
        const store = await filled();
        const { items } = await store.search({ ...all, ...filter }, firstPage);
        expect(
          items.map(
            item =>
              item.event.timeMicros / 1e6 - Date.UTC(2026, 10, 20, 10) / 1e3,
          ),
        ).toEqual(seconds);
      });

      it('folds routine away and counts it', async () => {
        const store = await filled();
        const filter = { routine: 'hide' } as const;
        const { items } = await store.search(filter, firstPage);
        expect(items.map(item => item.event.verb)).toEqual([
          'create',
          'get',
          'patch',
        ]);
        expect(await store.countRoutine(filter)).toBe(1);
      });

      it('counts facets, each as if nothing were chosen from itself', async () => {
        const store = await filled();
        const facets = await store.facets({ ...all, verbs: ['get'] });
        expect(facets.total).toBe(2);
        expect(facets.facets.verb).toEqual([
          { value: 'get', count: 2 },
          { value: 'create', count: 1 },
          { value: 'patch', count: 1 },
        ]);
        expect(facets.facets.outcome).toEqual([
          { value: 'denied', count: 1 },
          { value: 'success', count: 1 },
        ]);
        expect(facets.facets.cluster).toEqual([{ value: 'prod', count: 2 }]);
        expect(facets.facets.entity).toEqual([
          { value: 'component:default/shop', count: 2 },
        ]);
      });

      it('draws a histogram with the friction in it', async () => {
        const store = await filled();
        const { histogram } = await store.facets(all);
        expect(histogram.bucketSeconds).toBe(60);
        expect(histogram.buckets).toEqual([
          { time: '2026-11-20T10:00:00.000Z', count: 4, friction: 1 },
        ]);
        const rules = (await store.facets(all)).facets.rule;
        expect(rules.find(rule => rule.value === 'manual-scale')).toEqual({
          value: 'manual-scale',
          label: expect.any(String),
          count: 1,
        });
      });

      it('lists what belongs to no entity, with the reason', async () => {
        const store = await filled();
        expect(await store.listUnattributed({}, firstPage)).toEqual({
          items: [
            {
              cluster: 'prod',
              apiGroup: '',
              resource: 'configmaps',
              namespace: 'lost',
              name: '100%_sure',
              count: 1,
              reason: 'no entity claims it',
              candidates: [],
              lastEventAt: Date.UTC(2026, 10, 20, 10, 0, 30),
            },
          ],
          totalEvents: 4,
          unattributedEvents: 1,
          nextCursor: undefined,
        });
        expect(await store.entityRefs()).toEqual(['component:default/shop']);
        expect((await store.people()).sort()).toEqual([
          'jane@example.com',
          'omar@example.com',
        ]);
      });

      it('tells what the same person did around an event', async () => {
        const store = await filled();
        const { items } = await store.search(
          { ...all, rules: ['manual-scale'] },
          firstPage,
        );
        expect(await store.related(items[0], 10)).toEqual([]);
        const later = await acceptSamples('prod', [sampleAuditEvent(at(40))]);
        await store.record('prod', later, [], []);
        const related = await store.related(items[0], 10);
        expect(related.map(event => event.id)).toEqual([later[0].id]);
      });

      it('follows events in the order of storing', async () => {
        const store = await filled();
        const late = await acceptSamples('prod', [sampleAuditEvent(at(-100))]);
        const before = await store.lastSequence();
        await store.record('prod', late, [], []);
        const news = await store.since(before, all, 10);
        expect(news.map(event => event.id)).toEqual([late[0].id]);
        expect(await store.since(news[0].sequence, all, 10)).toEqual([]);
      });
    });
  },
);
