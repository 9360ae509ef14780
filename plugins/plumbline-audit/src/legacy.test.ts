import * as legacy from './legacy';
import plugin from './index';

describe('the entry for the older frontend system', () => {
  it('has the same id as the plugin, and its screens', () => {
    expect(legacy.plumblineAuditPlugin.getId()).toBe(plugin.id);
    expect(Object.keys(legacy).sort()).toEqual([
      'AuditPage',
      'EntityActivityContent',
      'plumblineAuditPlugin',
    ]);
  });
});
