import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalog from '@backstage/plugin-catalog-backend';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import catalogModulePlumbline from '.';

const entity = (name: string, manifests: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: { plumbline.io/manifests: '${manifests}' }
spec: { type: service, lifecycle: production, owner: team }
`;

describe('the module in a catalog', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalog-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('lets good entities in and holds back those with a wrong annotation', async () => {
    const file = join(folder, 'catalog-info.yaml');
    await writeFile(
      file,
      `${entity('good', 'deploy')}---${entity('bad', '../up')}`,
    );
    const errors: unknown[] = [];
    const events = mockServices.events.mock({
      publish: async ({ topic, eventPayload }) => {
        if (topic === 'experimental.catalog.errors') {
          errors.push(eventPayload);
        }
      },
    });
    const backend = await startTestBackend({
      features: [
        catalog,
        catalogModulePlumbline,
        events.factory,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              rules: [{ allow: ['Component', 'Location'] }],
              locations: [{ type: 'file', target: file }],
              processingInterval: { seconds: 1 },
            },
          },
        }),
      ],
    });
    const names = async (): Promise<string[]> => {
      const { body } = await request(backend.server).get(
        '/api/catalog/entities?filter=kind=component',
      );
      return body.map(
        (one: { metadata: { name: string } }) => one.metadata.name,
      );
    };
    while (!(await names()).includes('good')) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    while (errors.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(errors[0]).toMatchObject({
      entity: 'component:default/bad',
      errors: [
        {
          name: 'InputError',
          message: expect.stringContaining(
            'component:default/bad: plumbline.io/manifests must not contain',
          ),
        },
      ],
    });
    expect(await names()).toEqual(['good']);
    await backend.stop();
  }, 20_000);
});
