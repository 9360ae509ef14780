import { mockServices } from '@backstage/backend-test-utils';
import type { EntityLocator } from '@plumbline/backstage-plugin-plumbline-node';
import type { ObjectResolution } from '../ObjectResolution';
import { askLocators } from './askLocators';
import type { Lineage } from './Lineage';

const lineage = (name: string): Lineage => ({
  object: {
    cluster: 'prod',
    apiGroup: '',
    resource: 'pods',
    namespace: 'shop',
    name,
    labels: { app: name },
    annotations: {},
  },
  owners: [],
  known: true,
});

const none: ObjectResolution = {
  candidates: [],
  step: 'none',
  reason: 'nothing',
};

const found: ObjectResolution = {
  entityRef: 'component:default/a',
  candidates: [],
  step: 'label',
  reason: 'label',
};

describe('askLocators', () => {
  it('asks in turn for what is left, and only for that', async () => {
    const asked: string[][] = [];
    const locator = (
      name: string,
      refs: Record<string, string[]>,
    ): EntityLocator => ({
      name,
      locate: async objects => {
        asked.push(objects.map(object => `${name} ${object.labels.app}`));
        return objects.map(object => ({
          entityRefs: refs[object.name ?? ''] ?? [],
          reason: `says ${name}`,
        }));
      },
    });
    await expect(
      askLocators(
        [
          locator('first', { b: ['component:default/b'] }),
          locator('second', { c: ['component:default/y', 'api:default/x'] }),
          locator('third', {}),
        ],
        ['a', 'b', 'c', 'd'].map(lineage),
        [found, none, none, none],
        mockServices.logger.mock(),
      ),
    ).resolves.toEqual([
      found,
      {
        entityRef: 'component:default/b',
        candidates: [],
        step: 'module',
        reason: 'says first',
      },
      {
        candidates: ['api:default/x', 'component:default/y'],
        step: 'ambiguous',
        reason: 'several entities fit equally: says second',
      },
      none,
    ]);
    expect(asked).toEqual([
      ['first b', 'first c', 'first d'],
      ['second c', 'second d'],
      ['third d'],
    ]);
  });

  it('goes on when a locator fails or answers too little', async () => {
    const logger = mockServices.logger.mock();
    const broken: EntityLocator = {
      name: 'inventory',
      locate: async () => {
        throw new Error('down');
      },
    };
    const short: EntityLocator = { name: 'short', locate: async () => [] };
    await expect(
      askLocators([broken, short], [lineage('a')], [none], logger),
    ).resolves.toEqual([none]);
    expect(logger.error).toHaveBeenCalledWith(
      'The entity locator inventory failed',
      expect.objectContaining({ message: 'down' }),
    );
  });
});
