import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  eventsServiceFactory,
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import { GitHostDouble } from '@plumbline/kube-testbed';
import { setTimeout as wait } from 'node:timers/promises';
import request from 'supertest';
import { plumblinePlugin } from '../../plugin';
import { CONFIG } from '../__testUtils__/driftFixture';

jest.setTimeout(60_000);

const PAYMENTS = '/api/plumbline/v1/entities/component/default/payments-api';

describe('a push event', () => {
  let host: GitHostDouble;

  beforeEach(async () => {
    host = await GitHostDouble.start('github');
  });
  afterEach(() => host.stop());

  async function start() {
    let events: EventsService | undefined;
    const publisher = createBackendPlugin({
      pluginId: 'publisher',
      register(env) {
        env.registerInit({
          deps: { events: eventsServiceRef, logger: coreServices.logger },
          async init(services) {
            events = services.events;
          },
        });
      },
    });
    const { server } = await startTestBackend({
      features: [
        plumblinePlugin,
        publisher,
        // The one of a test backend delivers nothing.
        eventsServiceFactory,
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'payments-api',
                namespace: 'default',
                annotations: {
                  'backstage.io/source-location': `url:${host.repository}/tree/main/`,
                  'plumbline.io/manifests': 'deploy/prod',
                },
              },
              spec: { type: 'service' },
            },
          ],
        }),
        mockServices.scheduler.mock({
          createScheduledTaskRunner: () => ({ run: async () => {} }),
        }).factory,
        mockServices.rootConfig.factory({
          data: {
            integrations: host.integrations,
            plumbline: {
              clusters: [{ name: 'prod', access: 'none' }],
              drift: { pushDelay: { milliseconds: 100 } },
            },
          },
        }),
      ],
    });
    const target = async () => {
      const { body } = await request(server).get(`${PAYMENTS}/drift`);
      return body.targets[0];
    };
    const untilRunBy = async (trigger: string) => {
      for (;;) {
        const { lastRun } = (await target()) ?? {};
        if (lastRun?.trigger === trigger && lastRun.finishedAt) {
          return lastRun;
        }
        await wait(50);
      }
    };
    await request(server).post(`${PAYMENTS}/drift-runs`).expect(202);
    await untilRunBy('person');
    return { target, untilRunBy, publish: events!.publish.bind(events) };
  }

  const push = (files: string[]) => ({
    topic: 'github.push',
    metadata: { 'x-github-event': 'push' },
    eventPayload: {
      ref: 'refs/heads/main',
      forced: false,
      repository: {
        html_url: host.repository,
        clone_url: `${host.repository}.git`,
        default_branch: 'main',
      },
      commits: [{ id: 'b', added: [], removed: [], modified: files }],
    },
  });

  it('has the targets looked at that it may have changed, and no others', async () => {
    const sha = host.commit({ 'deploy/prod/config.yaml': CONFIG }, 'First');
    const { target, untilRunBy, publish } = await start();
    const asked = host.requests.length;

    await publish(push(['docs/readme.md', 'deploy/staging/config.yaml']));
    await wait(500);
    expect((await target()).lastRun.trigger).toBe('person');
    expect(host.requests).toHaveLength(asked);

    await publish(push(['deploy/prod/config.yaml']));
    await publish(push(['deploy/prod/config.yaml']));
    expect(await untilRunBy('git-push')).toMatchObject({
      commit: { sha },
      // What there is to look at in this test.
      error: expect.stringContaining('configured without access'),
    });
  });
});
