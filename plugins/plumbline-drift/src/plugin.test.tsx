import plumblineDriftPlugin from '.';
import * as legacy from './legacy';

describe('plumbline-drift', () => {
  it('brings a page, an entity tab and an entity card', () => {
    for (const id of [
      'page:plumbline-drift',
      'entity-content:plumbline-drift',
      'entity-card:plumbline-drift',
    ] as const) {
      expect(() => plumblineDriftPlugin.getExtension(id)).not.toThrow();
    }
  });

  it('offers the same screens to apps of the old frontend system', () => {
    expect(legacy.plumblineDriftPlugin.getId()).toBe('plumbline-drift');
    expect(legacy.DriftIncidentsPage).toBeDefined();
    expect(legacy.EntityDriftContent).toBeDefined();
    expect(legacy.EntityDriftCard).toBeDefined();
  });
});
