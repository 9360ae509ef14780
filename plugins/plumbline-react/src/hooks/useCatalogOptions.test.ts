import { optionsOfRefs } from './useCatalogOptions';

describe('optionsOfRefs', () => {
  it('keeps the kinds that are asked for, by name', () => {
    expect(
      optionsOfRefs(
        [
          'system:default/search',
          'domain:default/commerce',
          'System:default/checkout',
        ],
        ['system'],
      ),
    ).toEqual([
      { id: 'System:default/checkout', label: 'checkout' },
      { id: 'system:default/search', label: 'search' },
    ]);
  });
});
