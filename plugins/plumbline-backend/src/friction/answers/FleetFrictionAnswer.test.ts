import {
  CART,
  NOW,
  QUIET,
  scaling,
  shell,
  SHOP,
  SILENT,
  startFriction,
  UNKNOWN,
} from '../__testUtils__/startFriction';

describe('FleetFrictionAnswer', () => {
  const entity = (entityRef: string, title?: string) => ({
    entityRef,
    owner: entityRef === SHOP ? 'group:default/b' : 'group:default/a',
    system: 'system:default/s',
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: entityRef.split('/')[1], title },
    },
  });
  const entities = [UNKNOWN, QUIET, SILENT, SHOP, CART].map(ref => entity(ref));
  const query = { days: 3, sort: 'score', limit: 50 } as const;
  const refs = (items: { entityRef: string }[]) =>
    items.map(({ entityRef }) => entityRef);

  it('sorts by score, and puts last what has none, with the reason', async () => {
    const service = await startFriction([
      shell(0),
      shell(0, { entityRef: SHOP }),
      scaling(10, { entityRef: SHOP }),
    ]);
    const fleet = await service.fleet(entities, query, NOW);
    expect(refs(fleet.items)).toEqual([SHOP, CART, QUIET, SILENT, UNKNOWN]);
    expect(fleet.items[4].reason).toBeDefined();
    expect(fleet.items[0].trend).toHaveLength(3);
    expect(fleet.items[0].trend[2].value).toBe(fleet.items[0].score);
    expect(fleet.heatmap.unit).toBe('score');
    expect(
      fleet.heatmap.cells.find(
        ({ row, column }) => row === SHOP && column === '2026-11-20',
      )?.points,
    ).toBe(fleet.items[0].score);
  });

  it.each([
    ['name', [CART, QUIET, SHOP, SILENT, UNKNOWN]],
    ['events', [SHOP, CART, QUIET, SILENT, UNKNOWN]],
    ['change', [CART, QUIET, SHOP, SILENT, UNKNOWN]],
  ] as const)('sorts by %s', async (sort, expected) => {
    const service = await startFriction([
      shell(0),
      scaling(9, { entityRef: SHOP }),
      scaling(10, { entityRef: SHOP }),
    ]);
    const fleet = await service.fleet(entities, { ...query, sort }, NOW);
    expect(refs(fleet.items)).toEqual(expected);
  });

  it('filters and pages on the server', async () => {
    const service = await startFriction([
      shell(0),
      shell(0, { entityRef: SHOP }),
    ]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.fleet(
        entities,
        { ...query, limit: 2, cursor },
        NOW,
      );
      expect(page.total).toBe(5);
      seen.push(...refs(page.items));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([CART, SHOP, QUIET, SILENT, UNKNOWN]);
    const owned = await service.fleet(
      entities,
      { ...query, owners: ['group:default/b'] },
      NOW,
    );
    expect(refs(owned.items)).toEqual([SHOP]);
    const low = await service.fleet(
      entities,
      { ...query, bands: ['low'] },
      NOW,
    );
    expect(low.total).toBe(3);
    expect((await service.fleet([], query, NOW)).items).toEqual([]);
  });
});
