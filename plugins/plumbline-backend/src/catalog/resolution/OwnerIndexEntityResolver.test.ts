import { mockServices } from '@backstage/backend-test-utils';
import { identity } from '../testing/resolverScene';
import { OwnerIndexEntityResolver } from './OwnerIndexEntityResolver';

describe('OwnerIndexEntityResolver without a catalog', () => {
  it('keeps events coming', async () => {
    const unused = () => {
      throw new Error('not asked');
    };
    const subject = new OwnerIndexEntityResolver({
      entities: {
        list: async () => {
          throw new Error('down');
        },
        get: unused,
      },
      clusters: { list: async () => [], get: unused },
      index: {
        get: unused,
        getByKind: unused,
        getByUid: unused,
        labelled: unused,
        put: unused,
        removeBefore: unused,
      },
      logger: mockServices.logger.mock(),
    });
    await expect(
      subject.resolve([identity('Pod', 'a')]),
    ).resolves.toMatchObject([
      {
        step: 'none',
        reason: 'the catalog did not answer when the event came',
      },
    ]);
  });
});
